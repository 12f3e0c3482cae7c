import { type EvidenceMark, evidenceMarks } from '#shared/domain/evidence.ts';
import type { EvidenceDraft, MarkDraft } from './draft.ts';

/** The marks this form sets, and where it holds them. `anonymised` has its own panel, beside what was found. */
export const formMarks = ['verification', 'authenticated', 'translated'] as const;
export type FormMark = (typeof formMarks)[number];

/** The mark's own name in the record. */
export const markOf: Record<FormMark, EvidenceMark> = {
  verification: 'verified',
  authenticated: 'authenticated',
  translated: 'translated',
};

export const markParts = ['by', 'on', 'institution'] as const;

const isWhole = (mark: MarkDraft): boolean => markParts.every((part) => mark[part].trim() !== '');

/** A mark that somebody began and that still lacks a part. */
export const isBegun = (mark: MarkDraft | null): boolean => mark !== null && !isWhole(mark);

export const wholeMark = (mark: MarkDraft | null): MarkDraft | null =>
  mark !== null && isWhole(mark) ? mark : null;

/** The first part that a begun mark lacks, as the form's own field; null where none does. */
export function lackingPart(draft: EvidenceDraft): `${FormMark}.${(typeof markParts)[number]}` | null {
  for (const mark of formMarks) {
    const value = draft[mark];
    const part = value === null ? undefined : markParts.find((one) => value[one].trim() === '');
    if (part !== undefined) return `${mark}.${part}`;
  }
  return null;
}

export type MarkState = 'no' | 'yes' | 'not-needed';

export const markState = (draft: Pick<EvidenceDraft, FormMark | 'notNeeded'>, mark: FormMark): MarkState =>
  draft[mark] !== null ? 'yes' : draft.notNeeded.includes(markOf[mark]) ? 'not-needed' : 'no';

/** Not needed or no more, in the order of the marks. */
export const withNotNeeded = (
  notNeeded: readonly EvidenceMark[],
  mark: EvidenceMark,
  is: boolean,
): EvidenceMark[] => evidenceMarks.filter((one) => (one === mark ? is : notNeeded.includes(one)));

import type { Attachment, EvidenceInput, EvidenceItem, EvidenceMark, Link } from '#shared/domain/evidence.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';

/** A row as it is being written; null: nothing yet. */
export type DraftRow = Record<string, string | number | boolean | null>;
export type DraftAnswer = string | number | boolean | null | DraftRow[];

/** What the form holds while an item is being written: anything may still be missing or half typed. */
export type EvidenceDraft = {
  type: EvidenceTypeId;
  title: string;
  /** `YYYY-MM-DD`, or whatever was typed so far. */
  startedOn: string;
  endedOn: string | null;
  place: string;
  role: string;
  reflection: string;
  hours: number | null;
  /** Answers of every type that was chosen while the form was open; only the present type's are saved. */
  details: Record<string, DraftAnswer>;
  attachments: Attachment[];
  links: Link[];
  /** Null while the item is not verified. */
  verification: MarkDraft | null;
  authenticated: MarkDraft | null;
  translated: MarkDraft | null;
  notNeeded: EvidenceMark[];
  tags: string[];
} & Kept;

/** Half filled while somebody is typing. */
export type MarkDraft = { by: string; on: string; institution: string };

/** What the form does not ask and hands back as it was. */
type Kept = Pick<EvidenceInput, 'draft' | 'anonymised' | 'verifierId'>;

const copyOf = (mark: MarkDraft | null | undefined): MarkDraft | null =>
  mark === null || mark === undefined ? null : { ...mark };

/** A new item of a type, already linked where the doctor came from. */
export const blankDraft = (type: EvidenceTypeId, capability: string | null): EvidenceDraft => ({
  type,
  title: '',
  startedOn: '',
  endedOn: null,
  place: '',
  role: '',
  reflection: '',
  hours: null,
  details: {},
  attachments: [],
  links: capability === null ? [] : [{ capability, pages: '', note: '' }],
  verification: null,
  authenticated: null,
  translated: null,
  notNeeded: [],
  tags: [],
});

export const draftOf = ({
  id: _id,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  trashedAt: _trashedAt,
  ...item
}: EvidenceItem): EvidenceDraft => ({
  ...item,
  details: Object.fromEntries(
    Object.entries(item.details).map(([id, answer]): [string, DraftAnswer] => [
      id,
      typeof answer === 'object' ? answer.map((row) => ({ ...row })) : answer,
    ]),
  ),
  attachments: [...item.attachments],
  links: [...item.links],
  verification: copyOf(item.verification),
  authenticated: copyOf(item.authenticated),
  translated: copyOf(item.translated),
  notNeeded: [...(item.notNeeded ?? [])],
  tags: [...(item.tags ?? [])],
});

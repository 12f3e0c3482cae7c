import { issueCode } from '#renderer/text/issue-words.ts';
import { type EvidenceInput, evidenceInputSchema } from '#shared/domain/evidence.ts';
import { checkItemDetails, evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import { answersOf, withoutBlankRows } from './answers.ts';
import type { EvidenceDraft } from './draft.ts';

/** What can be saved of a draft. `heldBack`: a verification that was begun and still lacks a part. */
export type CheckedDraft = {
  readonly input: EvidenceInput | null;
  readonly problems: readonly Issue[];
  readonly heldBack: boolean;
};

export const isVerificationBegun = ({ verification }: EvidenceDraft): boolean =>
  verification !== null && !isVerificationWhole(verification);

const isVerificationWhole = ({ by, on, institution }: NonNullable<EvidenceDraft['verification']>): boolean =>
  [by, on, institution].every((part) => part.trim() !== '');

/** The record a draft would become. Common questions its type does not ask keep no answer. */
function candidateOf(draft: EvidenceDraft): { readonly [K in keyof EvidenceInput]: unknown } {
  const { uses } = evidenceTypeById(draft.type);
  const { draft: unfinished, ...rest } = draft;
  const { verification } = draft;
  return {
    ...rest,
    // Absent, not undefined, once it is finished.
    ...(unfinished === true ? { draft: true } : {}),
    endedOn: uses.endDate ? draft.endedOn : null,
    place: uses.place ? draft.place : '',
    role: uses.role ? draft.role : '',
    hours: uses.hours ? draft.hours : null,
    details: answersOf(draft),
    verification: verification !== null && isVerificationWhole(verification) ? verification : null,
  };
}

/**
 * Holds a draft against the record's schema and the fields of its type, as the app will.
 * @returns the input to save, or what is missing, in the order of the form.
 */
export function checkDraft(draft: EvidenceDraft): CheckedDraft {
  const candidate = candidateOf(draft);
  const parsed = evidenceInputSchema.safeParse(candidate, { error: (issue) => issueCode(issue) });
  const faults: readonly Issue[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({
        path: issue.path.filter((step) => typeof step !== 'symbol'),
        code: issue.message,
      }));
  const problems = [...faults, ...checkItemDetails({ ...draft, details: answersOf(draft) })];
  return {
    input:
      parsed.success && problems.length === 0
        ? { ...parsed.data, details: withoutBlankRows(parsed.data.details) }
        : null,
    problems,
    heldBack: isVerificationBegun(draft),
  };
}

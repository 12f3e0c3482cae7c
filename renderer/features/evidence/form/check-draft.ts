import { issueCode } from '#renderer/text/issue-words.ts';
import { type EvidenceInput, evidenceInputSchema } from '#shared/domain/evidence.ts';
import { checkItemDetails, evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import { answersOf, withoutBlankRows } from './answers.ts';
import type { EvidenceDraft } from './draft.ts';
import { formMarks, isBegun, wholeMark } from './marks.ts';

/** What can be saved of a draft. `heldBack`: a mark that was begun and still lacks a part. */
export type CheckedDraft = {
  readonly input: EvidenceInput | null;
  readonly problems: readonly Issue[];
  readonly heldBack: boolean;
};

/** The record a draft would become. Common questions its type does not ask keep no answer. */
function candidateOf(draft: EvidenceDraft): { readonly [K in keyof EvidenceInput]: unknown } {
  const { uses } = evidenceTypeById(draft.type);
  const { draft: unfinished, tags, notNeeded, authenticated, translated, ...rest } = draft;
  const [certified, inEnglish] = [wholeMark(authenticated), wholeMark(translated)];
  return {
    ...rest,
    // Absent, not empty, where nobody said anything, as in every record from before.
    ...(unfinished === true ? { draft: true } : {}),
    ...(tags.length === 0 ? {} : { tags }),
    ...(notNeeded.length === 0 ? {} : { notNeeded }),
    ...(certified === null ? {} : { authenticated: certified }),
    ...(inEnglish === null ? {} : { translated: inEnglish }),
    endedOn: uses.endDate ? draft.endedOn : null,
    place: uses.place ? draft.place : '',
    role: uses.role ? draft.role : '',
    hours: uses.hours ? draft.hours : null,
    details: answersOf(draft),
    verification: wholeMark(draft.verification),
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
    heldBack: formMarks.some((mark) => isBegun(draft[mark])),
  };
}

import type { Answer, DetailRow, Details } from '#shared/domain/evidence.ts';
import { rowsOf, totalOf } from '#shared/domain/evidence-answers.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { EvidenceField } from '#shared/domain/evidence-fields-types.ts';
import type { DraftAnswer, DraftRow, EvidenceDraft } from './draft.ts';

type Cell = DraftRow[string];

const given = (cell: Cell | undefined): cell is string | number | boolean =>
  cell !== undefined && cell !== null && !(typeof cell === 'string' && cell.trim() === '');

const rowOf = (row: DraftRow): DetailRow =>
  Object.fromEntries(
    Object.entries(row).filter((entry): entry is [string, string | number | boolean] => given(entry[1])),
  );

export const isBlankRow = (row: DraftRow): boolean => !Object.values(row).some(given);

/** Blank rows keep their place, so that what is said of a row is said of the right one. */
function answerOf(answer: DraftAnswer | undefined): Answer | undefined {
  if (!Array.isArray(answer)) return given(answer) ? answer : undefined;
  return answer.every(isBlankRow) ? undefined : answer.map(rowOf);
}

/** The sum a field stands for, where there is something to add up. */
export function totalFor({ totalOf: total }: EvidenceField, details: Details): number | null {
  return total === undefined ? null : totalOf(rowsOf(details, total.rows), total.column);
}

/** Answers to the questions that the draft's type asks, with the sums of their rows; blank rows are still among them. */
export function answersOf({ type, details }: Pick<EvidenceDraft, 'type' | 'details'>): Details {
  const { fields } = evidenceTypeById(type);
  const kept: Record<string, Answer> = {};
  for (const { id } of fields) {
    const answer = answerOf(Object.hasOwn(details, id) ? details[id] : undefined);
    if (answer !== undefined) kept[id] = answer;
  }
  for (const field of fields) {
    const total = totalFor(field, kept);
    if (total !== null) kept[field.id] = total;
  }
  return kept;
}

/** The same without blank rows, as it is saved. */
export const withoutBlankRows = (details: Details): Details =>
  Object.fromEntries(
    Object.entries(details).map(([id, answer]): [string, Answer] => [
      id,
      typeof answer === 'object' ? answer.filter((row) => Object.keys(row).length > 0) : answer,
    ]),
  );

import type { Details } from '../evidence.ts';
import { evidenceTypeById } from '../evidence-fields.ts';
import type { EvidenceField } from '../evidence-fields-types.ts';
import { fold } from '../evidence-list/fold.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';
import { type RowProblem, short } from './candidate.ts';
import { readDateCell, readNumber, readYesNo } from './cells.ts';

type Answer = string | number | boolean;

function answerOf(field: EvidenceField, cell: string): Answer | null {
  switch (field.kind) {
    case 'line':
      return cell.length <= 400 ? cell : null;
    case 'prose':
      return cell.length <= 5000 ? cell : null;
    case 'count': {
      const number = readNumber(cell);
      return number !== null && number >= 0 && Number.isInteger(number) ? number : null;
    }
    case 'number': {
      const number = readNumber(cell);
      return number !== null && number >= 0 ? number : null;
    }
    case 'value':
      return readNumber(cell);
    case 'date':
      return readDateCell(cell)?.start ?? null;
    case 'yes-no':
      return readYesNo(cell);
    // A table within a cell: it is written in the form.
    case 'rows':
      return null;
    case 'choice': {
      const said = fold(cell);
      const option = field.options?.find(({ value, label }) => fold(value) === said || fold(label) === said);
      return option?.value ?? null;
    }
  }
}

/** The answers of one row to the questions of its type. */
export function rowDetails(
  type: EvidenceTypeId,
  cells: readonly { readonly id: string; readonly column: string; readonly cell: string }[],
): { readonly details: Details; readonly problems: readonly RowProblem[] } {
  const { fields } = evidenceTypeById(type);
  const details: Record<string, Answer> = {};
  const problems: RowProblem[] = [];
  for (const { id, column, cell } of cells) {
    if (cell === '') continue;
    const field = fields.find((one) => one.id === id);
    const answer = field === undefined ? null : answerOf(field, cell);
    if (answer !== null) details[id] = answer;
    else
      problems.push({
        code: field === undefined ? 'detail-not-asked' : 'detail-unreadable',
        column,
        says: short(cell),
      });
  }
  for (const field of fields) {
    if (field.required === true && !Object.hasOwn(details, field.id))
      problems.push({ code: 'detail-missing', column: '', says: field.label });
  }
  return { details, problems };
}

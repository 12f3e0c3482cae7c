import { isoDateSchema, ukDate } from './dates.ts';
import { type Answer, type DetailRow, type Details, longestCell, mostRows } from './evidence.ts';
import type { EvidenceField, FieldColumn } from './evidence-fields-types.ts';
import type { Issue } from './failure-codes.ts';

type Plain = string | number | boolean;

const isRows = (answer: Answer): answer is readonly DetailRow[] => Array.isArray(answer);

/** Longest plain answers, in characters, as the record's own schema has them. */
const longest = { line: 400, prose: 5000 } as const;

function plainFault(
  { kind, options }: Pick<FieldColumn, 'kind' | 'options'>,
  answer: Plain,
  most: number,
): string | null {
  switch (kind) {
    case 'line':
    case 'prose':
      if (typeof answer !== 'string') return 'wrong-kind';
      return answer.length > Math.min(longest[kind], most) ? 'too-long' : null;
    case 'count':
    case 'number':
    case 'value':
      if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'wrong-kind';
      if (answer < 0 && kind !== 'value') return 'negative';
      return kind === 'count' && !Number.isInteger(answer) ? 'not-whole' : null;
    case 'date':
      return isoDateSchema.safeParse(answer).success ? null : 'not-a-date';
    case 'choice':
      if (typeof answer !== 'string') return 'wrong-kind';
      return options?.some((option) => option.value === answer) ? null : 'not-an-option';
    case 'yes-no':
      return typeof answer === 'boolean' ? null : 'wrong-kind';
  }
}

function rowFaults(columns: readonly FieldColumn[], row: DetailRow, path: Issue['path']): readonly Issue[] {
  return Object.entries(row).flatMap(([id, cell]) => {
    const column = columns.find((one) => one.id === id);
    const code =
      column === undefined ? 'unknown-field' : cell === '' ? null : plainFault(column, cell, longestCell);
    return code === null ? [] : [{ path: [...path, id], code }];
  });
}

/** Holds one given answer against its field. @param path where it stands; that of a cell goes on with row and column. */
export function answerFaults(field: EvidenceField, answer: Answer, path: Issue['path']): readonly Issue[] {
  const { kind, columns = [] } = field;
  if (kind !== 'rows') {
    const code = isRows(answer) ? 'wrong-kind' : plainFault({ ...field, kind }, answer, longest.prose);
    return code === null ? [] : [{ path, code }];
  }
  if (!isRows(answer)) return [{ path, code: 'wrong-kind' }];
  if (answer.length > mostRows) return [{ path, code: 'too-many' }];
  return answer.flatMap((row, at) => rowFaults(columns, row, [...path, at]));
}

/** The rows given to a field; none where the answer is of another kind or absent. */
export function rowsOf(details: Details, id: string): readonly DetailRow[] {
  const answer = Object.hasOwn(details, id) ? details[id] : undefined;
  return answer !== undefined && isRows(answer) ? answer : [];
}

/** Sum of a column over rows, in which cells that are no numbers count nothing; null where there is nothing to add. */
export function totalOf(rows: readonly DetailRow[], column: string): number | null {
  const numbers = rows.flatMap((row) => {
    const cell = Object.hasOwn(row, column) ? row[column] : undefined;
    return typeof cell === 'number' ? [cell] : [];
  });
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
}

function plainText(
  { options }: Pick<FieldColumn, 'options'>,
  answer: Plain,
  kind: EvidenceField['kind'],
): string {
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  const chosen = options?.find((option) => option.value === answer)?.label;
  if (chosen !== undefined) return chosen;
  return kind === 'date' && isoDateSchema.safeParse(answer).success ? ukDate(String(answer)) : String(answer);
}

function rowText(columns: readonly FieldColumn[], row: DetailRow): string {
  const known = columns.filter(({ id }) => Object.hasOwn(row, id));
  const unknown = Object.keys(row).filter((id) => !columns.some((column) => column.id === id));
  return [...known, ...unknown.map((id): FieldColumn => ({ id, label: id, kind: 'line' }))]
    .flatMap((column) => {
      const cell = row[column.id];
      return cell === undefined || cell === ''
        ? []
        : [`${column.label}: ${plainText(column, cell, column.kind)}`];
    })
    .join('; ');
}

/**
 * An answer as people read it: the label of a choice, `DD/MM/YYYY`, rows one to a line with what their cells are called.
 * @param field undefined for an answer nobody knows the question of.
 */
export function answerText(field: EvidenceField | undefined, answer: Answer): string {
  if (!isRows(answer)) return plainText(field ?? {}, answer, field?.kind ?? 'line');
  return answer.map((row) => rowText(field?.columns ?? [], row)).join('\n');
}

/** Everything in words that the answers hold, for what searches or checks text. */
export const answerTexts = (details: Details): readonly string[] =>
  Object.values(details)
    .flatMap((answer) => (isRows(answer) ? answer.flatMap((row) => Object.values(row)) : [answer]))
    .filter((value): value is string => typeof value === 'string' && value !== '');

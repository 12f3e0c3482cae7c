import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';

const common: Readonly<Record<string, string>> = {
  type: 'Type',
  title: 'Title',
  startedOn: 'Date',
  endedOn: 'End date',
  place: 'Place',
  role: 'Your role',
  reflection: 'Reflection',
  hours: 'Hours',
  attachments: 'Files',
  links: 'Capabilities',
  verification: 'Verification',
  authenticated: 'Certified copy',
  translated: 'Translation',
  tags: 'Tags',
};

/** What the date is called: types with an end have a start. */
export const dateLabel = (type: EvidenceTypeId): string =>
  evidenceTypeById(type).uses.endDate ? 'Start date' : 'Date';

/** The field a problem is about, by its name on the screen and in the form. */
export function fieldOf(
  type: EvidenceTypeId,
  { path }: Issue,
): { readonly name: string; readonly label: string } {
  const [first, second, row, cell] = path.map(String);
  if (first === 'details' && second !== undefined) {
    const field = evidenceTypeById(type).fields.find(({ id }) => id === second);
    const label = field?.label ?? 'Details';
    const column = field?.columns?.find(({ id }) => id === cell);
    if (row === undefined || column === undefined) return { name: `details.${second}`, label };
    return { name: path.join('.'), label: `${label}, ${Number(row) + 1}: ${column.label}` };
  }
  if (first === 'startedOn') return { name: first, label: dateLabel(type) };
  return { name: path.join('.'), label: common[first ?? ''] ?? 'This form' };
}

import type { Attachment, EvidenceInput } from '../evidence.ts';
import { evidenceInputSchema } from '../evidence.ts';
import { fold } from '../evidence-list/fold.ts';
import { type EvidenceTypeId, evidenceTypeIds } from '../evidence-types.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import { type TypesOf, typeTitle } from '../pack-types.ts';
import { typeNamed } from '../suggest/type-words.ts';
import { bareItem, type Candidate, isStopped, needsWork, type RowProblem, short } from './candidate.ts';
import { listed, readDateCell, readHours } from './cells.ts';
import type { ColumnMap, ColumnTarget } from './columns.ts';
import type { GivenFiles } from './given-files.ts';
import { rowDetails } from './row-details.ts';
import { capabilitiesNamed } from './row-links.ts';

export type RowTools = {
  readonly headers: readonly string[];
  readonly columns: ColumnMap;
  readonly pack: GuidancePack;
  readonly files: GivenFiles;
};

const longestTitle = 200;

/** The type a cell means: its name, here or in every guidance, or one of the ways people write it. */
function typeOf(cell: string, pack: TypesOf): EvidenceTypeId | null {
  const said = fold(cell);
  const exact = evidenceTypeIds.find(
    (id) => id === said || [typeTitle(pack, id), typeTitle({}, id)].some((title) => fold(title) === said),
  );
  return exact ?? typeNamed(cell)?.type ?? null;
}

function filesOf(cells: readonly string[], files: GivenFiles) {
  const found = new Map<string, Attachment>();
  const missing: string[] = [];
  // A name may have a comma in it.
  const names = cells.flatMap((cell) => (files.find(cell) === undefined ? listed(cell) : [cell]));
  for (const name of names) {
    const file = files.find(name);
    if (file === undefined) missing.push(name);
    else found.set(file.hash, file);
  }
  return { attachments: [...found.values()], names, missing };
}

/** What one row of a spreadsheet becomes, and what is wrong with it, column by column. */
export function rowItem(row: number, cells: readonly string[], tools: RowTools): Candidate {
  const { headers, columns, pack, files } = tools;
  const problems: RowProblem[] = [];
  const all = (target: ColumnTarget) =>
    columns.flatMap((one, at) =>
      one === target && cells[at] !== undefined && cells[at] !== '' ? [cells[at]] : [],
    );
  const one = (target: ColumnTarget) => all(target)[0] ?? '';
  const headerOf = (target: ColumnTarget) => headers[columns.indexOf(target)] ?? '';
  const told = (code: RowProblem['code'], target: ColumnTarget, says: string) =>
    problems.push({ code, column: headerOf(target), says: short(says) });

  const title = one('title');
  if (title === '') told('no-title', 'title', '');
  if (title.length > longestTitle) told('title-too-long', 'title', title);

  const start = readDateCell(one('startedOn'));
  if (one('startedOn') === '') told('no-date', 'startedOn', '');
  else if (start === null) told('date-unreadable', 'startedOn', one('startedOn'));
  else if (!start.exact) told('date-inexact', 'startedOn', one('startedOn'));
  const end = one('endedOn') === '' ? null : readDateCell(one('endedOn'));
  if (one('endedOn') !== '' && end === null) told('end-unreadable', 'endedOn', one('endedOn'));
  let endedOn = end?.start ?? start?.end ?? null;
  if (endedOn !== null && start !== null && endedOn < start.start) {
    told('end-before-start', 'endedOn', one('endedOn'));
    endedOn = null;
  }

  const type = typeOf(one('type'), pack);
  if (one('type') === '') told('no-type', 'type', '');
  else if (type === null) told('type-unknown', 'type', one('type'));

  const hours = one('hours') === '' ? null : readHours(one('hours'));
  if (one('hours') !== '' && hours === null) told('hours-unreadable', 'hours', one('hours'));

  const named = capabilitiesNamed(pack, all('capabilities').join('; '));
  for (const unknown of named.unknown) told('capability-unknown', 'capabilities', unknown);
  const { attachments, names, missing } = filesOf(all('files'), files);
  for (const name of missing) told('file-missing', 'files', name);

  const verification = {
    by: one('verifiedBy'),
    on: readDateCell(one('verifiedOn'))?.start ?? '',
    institution: one('verifiedAt'),
  };
  const parts = Object.values(verification).filter((part) => part !== '').length;
  if ((parts > 0 && parts < 3) || (one('verifiedOn') !== '' && verification.on === ''))
    told(
      'verification-incomplete',
      'verifiedBy',
      [one('verifiedBy'), one('verifiedOn'), one('verifiedAt')].filter(Boolean).join(', '),
    );

  const details =
    type === null
      ? { details: {}, problems: [] }
      : rowDetails(
          type,
          columns.flatMap((target, at) =>
            target?.startsWith('detail.') === true
              ? [{ id: target.slice('detail.'.length), column: headers[at] ?? '', cell: cells[at] ?? '' }]
              : [],
          ),
        );
  problems.push(...details.problems);
  const shown = { row, title: short(title), files: names };
  if (isStopped(problems) || start === null) return { ...shown, item: null, problems };

  const tags = [...new Set(all('tags').flatMap(listed))].map((tag) => tag.slice(0, 40)).slice(0, 30);
  const item: EvidenceInput = bareItem({
    type: type ?? 'unsorted',
    title,
    startedOn: start.start,
    endedOn,
    place: one('place').slice(0, 200),
    role: one('role').slice(0, 200),
    hours,
    details: details.details,
    reflection: all('reflection').join('\n\n'),
    attachments,
    links: named.codes.map((capability) => ({ capability, pages: '', note: '' })),
    verification: parts === 3 ? verification : null,
    ...(tags.length === 0 ? {} : { tags }),
    ...(needsWork(problems) ? { draft: true as const } : {}),
  });
  const parsed = evidenceInputSchema.safeParse(item);
  if (parsed.success) return { ...shown, item: parsed.data, problems };
  const fault = parsed.error.issues[0]?.path.join('.') ?? '';
  return { ...shown, item: null, problems: [...problems, { code: 'not-valid', column: '', says: fault }] };
}

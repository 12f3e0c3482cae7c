import { z } from 'zod';
import { detailKeySchema } from '../evidence.ts';
import { evidenceTypes } from '../evidence-fields.ts';
import { spaced } from '../suggest/type-words.ts';

/** What a column can be of every item. `verifiedAt` is the institution. */
export const commonTargets = [
  'title',
  'type',
  'startedOn',
  'endedOn',
  'place',
  'role',
  'hours',
  'capabilities',
  'reflection',
  'files',
  'tags',
  'verifiedBy',
  'verifiedOn',
  'verifiedAt',
] as const;
export type CommonTarget = (typeof commonTargets)[number];

/** A common answer, or `detail.cases`: the answer to a question that some types ask. */
export const columnTargetSchema = z.union([
  z.enum(commonTargets),
  z.templateLiteral(['detail.', detailKeySchema]),
]);
export type ColumnTarget = z.output<typeof columnTargetSchema>;

/** For each column what it is; null for one that is left out. */
export const columnMapSchema = z.array(columnTargetSchema.nullable()).max(200).readonly();
export type ColumnMap = z.output<typeof columnMapSchema>;

/** Columns of which there may be several: what they say is put together. */
const several: ReadonlySet<string> = new Set(['capabilities', 'files', 'tags', 'reflection']);

/** Every question some type asks, once, by its label. */
export const detailTargets: readonly { readonly target: ColumnTarget; readonly label: string }[] = [
  ...new Map(
    evidenceTypes
      .flatMap(({ fields }) => fields.filter(({ kind }) => kind !== 'rows'))
      .map(({ id, label }) => [id, { target: `detail.${id}` as const, label }] as const),
  ).values(),
];

/** Headings as people write them, what says most first. */
const headings: Readonly<Record<CommonTarget, readonly string[]>> = {
  title: [
    'title',
    'name of evidence',
    'evidence',
    'evidence title',
    'description',
    'activity',
    'item',
    'name',
    'what',
    'event',
    'topic',
    'subject',
    'document',
    'details',
  ],
  type: [
    'type',
    'evidence type',
    'type of evidence',
    'kind',
    'category',
    'assessment type',
    'form',
    'kind of evidence',
  ],
  startedOn: [
    'date',
    'start date',
    'date from',
    'from',
    'started',
    'start',
    'date of activity',
    'date completed',
    'event date',
    'when',
    'date of event',
    'completed',
  ],
  endedOn: ['end date', 'date to', 'to', 'ended', 'end', 'until', 'finish', 'finish date', 'finished'],
  place: ['place', 'hospital', 'site', 'location', 'trust', 'organisation', 'where', 'venue', 'employer'],
  role: ['role', 'your role', 'my role', 'grade', 'position', 'post'],
  hours: ['hours', 'hrs', 'duration', 'time', 'cpd hours', 'length', 'hours spent'],
  capabilities: [
    'capabilities',
    'capability',
    'cip',
    'cips',
    'hlo',
    'hlos',
    'slo',
    'slos',
    'hillo',
    'hillos',
    'linked to',
    'curriculum',
    'domain',
    'domains',
    'outcome',
    'outcomes',
    'learning outcome',
    'learning outcomes',
    'codes',
    'code',
    'mapped to',
    'mapping',
    'competency',
    'competencies',
  ],
  reflection: [
    'reflection',
    'reflections',
    'notes',
    'note',
    'comments',
    'comment',
    'learning',
    'what i learned',
    'learning points',
  ],
  files: [
    'file',
    'files',
    'file name',
    'filename',
    'file names',
    'attachment',
    'attachments',
    'document name',
    'scan',
    'pdf',
    'link to file',
  ],
  tags: ['tags', 'tag', 'keywords', 'labels', 'label'],
  verifiedBy: [
    'verified by',
    'verifier',
    'verifier name',
    'signed by',
    'signed off by',
    'validated by',
    'supervisor',
    'assessor',
    'name of verifier',
  ],
  verifiedOn: [
    'verified on',
    'date verified',
    'verification date',
    'verified date',
    'signed on',
    'date signed',
    'date signed off',
    'signed off on',
  ],
  verifiedAt: [
    'verified at',
    'verifier institution',
    'verifying institution',
    'institution',
    'verification institution',
    'verifier hospital',
    'verifier organisation',
  ],
};

type Claim = { readonly column: number; readonly target: ColumnTarget; readonly strength: number };

/** How sure a heading is: the very words, then beginning with them, then holding them. */
function strengthOf(heading: string, names: readonly string[]): number {
  const at = names.findIndex((name) => heading === ` ${name} `);
  if (at !== -1) return 1000 - at;
  const found = names.findIndex((name) => name.length > 3 && heading.includes(` ${name} `));
  return found === -1 ? 0 : 500 - found * 5 - heading.length;
}

/** What each column may be, by its heading: what is surest first, and nothing twice that can only be once. */
export function matchColumns(headers: readonly string[]): ColumnMap {
  const claims: Claim[] = headers.flatMap((header, column) => {
    const heading = spaced(header);
    if (heading.trim() === '') return [];
    const common = commonTargets.map((target) => ({
      column,
      target,
      strength: strengthOf(heading, headings[target]),
    }));
    const details = detailTargets.map(({ target, label }) => ({
      column,
      target,
      // A question of one type gives way to what every item has.
      strength: heading === spaced(label) ? 900 : 0,
    }));
    return [...common, ...details].filter(({ strength }) => strength > 0);
  });
  const map: (ColumnTarget | null)[] = headers.map(() => null);
  const taken = new Set<string>();
  for (const { column, target } of claims.toSorted(
    (a, b) => b.strength - a.strength || a.column - b.column,
  )) {
    if (map[column] !== null || (taken.has(target) && !several.has(target))) continue;
    map[column] = target;
    taken.add(target);
  }
  return map;
}

/** Targets that stand in more than one column and may not. */
export const claimedTwice = (map: ColumnMap): readonly ColumnTarget[] =>
  [
    ...new Set(
      map.filter((target, at) => target !== null && !several.has(target) && map.indexOf(target) !== at),
    ),
  ].filter((target) => target !== null);

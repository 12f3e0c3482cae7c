import type { CoverageMap, ExpectationResult, Strength } from '../coverage/types.ts';
import { ukDate } from '../dates.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import type { Listing, ListingPart } from '../listing.ts';
import { type Table, tableOf } from '../open-export/table.ts';
import type { ListingAbout } from './evidence-listing.ts';

const strengthWords: Record<Strength, string> = {
  empty: 'Empty',
  thin: 'Thin',
  partial: 'Partial',
  'counts-met': 'Counts met',
};
const certaintyWords = {
  certain: 'certain',
  likely: 'likely',
  recalled: 'recalled',
  working: 'working aim',
} as const;
const unitWords: Record<ExpectationResult['expectation']['unit'], string> = {
  items: 'items',
  cases: 'cases',
  hours: 'hours',
  kinds: 'kinds of evidence',
  'verified-items': 'verified items',
};

type Pack = Pick<GuidancePack, 'capabilities' | 'specialty' | 'version' | 'sources'>;
const sourceIn = ({ sources }: Pack, id: string) => sources.find((source) => source.id === id)?.title ?? id;

const ruleColumns = [
  { title: 'Rule', mm: 0 },
  { title: 'Found', mm: 16 },
  { title: 'Asked for', mm: 30 },
  { title: 'From', mm: 22 },
  { title: 'Source and certainty', mm: 50 },
];
const rulesPart = (pack: Pack, heading: string, rules: readonly ExpectationResult[]): ListingPart => ({
  heading,
  intro: '',
  facts: [],
  table: {
    columns: ruleColumns,
    rows: rules.map(({ expectation, have, tooOld, countsFrom }) => [
      expectation.title,
      tooOld === 0 ? String(have) : `${have}\n${tooOld} too old`,
      `${expectation.atLeast} ${unitWords[expectation.unit]}`,
      ukDate(countsFrom),
      `${sourceIn(pack, expectation.source)} (${certaintyWords[expectation.certainty]})`,
    ]),
  },
  none: 'The guidance pack names no rule here.',
  ownPage: false,
});

/** What the rules count, capability by capability, each number with its rule and source. */
export function coverageListing(about: ListingAbout, pack: Pack, map: CoverageMap): Listing {
  const titleOf = (code: string) => pack.capabilities.find((one) => one.code === code)?.title ?? '';
  return {
    title: 'Coverage',
    subtitle: `${pack.specialty}, guidance pack ${pack.version}`,
    person: about.person,
    employer: about.employer,
    facts: [
      ['Doctor', about.person],
      ['Counted on', ukDate(map.today)],
      ['Evidence must be current on', ukDate(map.targetDate)],
      ['Items counted', String(map.items)],
    ],
    said: [
      ['What this is.', 'What the rules of the guidance pack count. Each number names its rule and source.'],
      [
        'What this is not.',
        'It does not say that the evidence is enough or that anybody is ready: the GMC decides that.',
      ],
    ],
    parts: [
      {
        heading: 'Capabilities',
        intro: '',
        facts: [],
        table: {
          columns: [
            { title: 'Code', mm: 16 },
            { title: 'Capability', mm: 0 },
            { title: 'By its counts', mm: 26 },
            { title: 'Items', mm: 14 },
            { title: 'In window', mm: 18 },
            { title: 'Verified', mm: 18 },
            { title: 'Newest', mm: 24 },
          ],
          rows: map.capabilities.map(({ code, strength, items, inWindow, verified, newestOn }) => [
            code,
            titleOf(code),
            strengthWords[strength],
            String(items),
            String(inWindow),
            String(verified),
            newestOn === null ? '–' : ukDate(newestOn),
          ]),
        },
        none: '',
        ownPage: false,
      },
      rulesPart(pack, 'The whole portfolio', map.whole),
      ...map.capabilities.map(({ code, expectations }) =>
        rulesPart(pack, `${code} ${titleOf(code)}`, expectations),
      ),
    ],
    madeBy: `Waymark ${about.version}`,
    on: about.on,
    sample: about.sample,
  };
}

/** The same for a spreadsheet: one line for each rule. */
export function coverageTable(pack: Pack, map: CoverageMap): Table {
  const lines = [
    ...map.whole.map((rule) => ({ code: '', rule, capability: undefined })),
    ...map.capabilities.flatMap((capability) =>
      capability.expectations.map((rule) => ({ code: capability.code, rule, capability })),
    ),
  ];
  return tableOf('coverage', lines, [
    ['capability', ({ code }) => (code === '' ? 'whole portfolio' : code)],
    ['capability title', ({ code }) => pack.capabilities.find((one) => one.code === code)?.title ?? ''],
    [
      'by its counts',
      ({ capability }) => (capability === undefined ? null : strengthWords[capability.strength]),
    ],
    ['items', ({ capability }) => capability?.items ?? null],
    ['rule', ({ rule }) => rule.expectation.title],
    ['found', ({ rule }) => rule.have],
    ['asked for', ({ rule }) => rule.expectation.atLeast],
    ['unit', ({ rule }) => unitWords[rule.expectation.unit]],
    ['count reached', ({ rule }) => (rule.met ? 'yes' : 'no')],
    ['counts from', ({ rule }) => rule.countsFrom],
    ['too old', ({ rule }) => rule.tooOld],
    ['certainty', ({ rule }) => certaintyWords[rule.expectation.certainty]],
    ['source', ({ rule }) => sourceIn(pack, rule.expectation.source)],
  ]);
}

import { type IsoDate, ukDate } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import type { Listing, ListingPart } from '../listing.ts';
import { type TypesOf, typeTitle } from '../pack-types.ts';

export type ListingAbout = {
  readonly person: string;
  readonly employer: string;
  readonly on: IsoDate;
  readonly version: string;
  readonly sample: boolean;
};

const columns = [
  { title: 'No.', mm: 10 },
  { title: 'Evidence', mm: 0 },
  { title: 'Dates', mm: 34 },
  { title: 'Files', mm: 13 },
  { title: 'Also shows', mm: 26 },
  { title: 'Verified', mm: 34 },
];

const newestFirst = (a: EvidenceItem, b: EvidenceItem) =>
  a.startedOn < b.startedOn ? 1 : a.startedOn > b.startedOn ? -1 : a.id < b.id ? -1 : 1;

function partOf(pack: TypesOf, heading: string, code: string, items: readonly EvidenceItem[]): ListingPart {
  return {
    heading,
    intro: '',
    facts: [],
    table: {
      columns,
      rows: items.map((item, at) => [
        String(at + 1),
        `${item.title}\n${typeTitle(pack, item.type)}${item.place === '' ? '' : `, ${item.place}`}`,
        item.endedOn === null || item.endedOn === item.startedOn
          ? ukDate(item.startedOn)
          : `${ukDate(item.startedOn)} – ${ukDate(item.endedOn)}`,
        String(item.attachments.length),
        [...new Set(item.links.map(({ capability }) => capability))]
          .filter((other) => other !== code)
          .join(', '),
        item.verification === null ? 'no' : `${item.verification.by}, ${ukDate(item.verification.on)}`,
      ]),
    },
    none: 'Nothing is linked.',
    ownPage: false,
  };
}

/** All evidence by capability, newest first. @param items no drafts, nothing of the trash */
export function evidenceListing(
  about: ListingAbout,
  pack: Pick<GuidancePack, 'capabilities' | 'specialty' | 'types'>,
  items: readonly EvidenceItem[],
): Listing {
  const sorted = items.toSorted(newestFirst);
  const codes = new Set<string>(pack.capabilities.map(({ code }) => code));
  const without = sorted.filter(({ links }) => !links.some(({ capability }) => codes.has(capability)));
  return {
    title: 'Evidence',
    subtitle: pack.specialty,
    person: about.person,
    employer: about.employer,
    facts: [
      ['Doctor', about.person],
      ['Made on', ukDate(about.on)],
      ['Items', String(items.length)],
      ['Verified', String(items.filter(({ verification }) => verification !== null).length)],
    ],
    said: [
      [
        'What this is.',
        'Every finished item, under each capability it is linked to: one item can stand under several.',
      ],
      ['What this is not.', 'A list, not a judgement: nobody has said here that the evidence is enough.'],
    ],
    parts: [
      ...pack.capabilities.map(({ code, title }) =>
        partOf(
          pack,
          `${code} ${title}`,
          code,
          sorted.filter(({ links }) => links.some(({ capability }) => capability === code)),
        ),
      ),
      ...(without.length === 0 ? [] : [partOf(pack, 'Linked to no capability', '', without)]),
    ],
    madeBy: `Waymark ${about.version}`,
    on: about.on,
    sample: about.sample,
  };
}

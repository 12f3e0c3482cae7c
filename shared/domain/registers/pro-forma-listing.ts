import { type IsoDate, ukDate } from '../dates.ts';
import type { Listing, ListingPart } from '../listing.ts';
import { type TypesOf, typeTitle } from '../pack-types.ts';
import type { Institution } from './institutions.ts';

const columns = [
  { title: 'No.', mm: 10 },
  { title: 'Evidence', mm: 0 },
  { title: 'Dates', mm: 34 },
  { title: 'Files', mm: 14 },
  { title: 'Verified', mm: 46 },
];

/** One institution's pro forma: who would sign it, and what it covers. */
export function institutionPart(
  pack: TypesOf,
  { name, items, verifiers }: Institution,
  ownPage: boolean,
): ListingPart {
  const done = items.filter(({ verified }) => verified).length;
  return {
    heading: name === '' ? 'No place given' : name,
    intro: `${items.length} to verify here, ${done} of them verified.`,
    facts:
      verifiers.length === 0
        ? [['Verifier', 'Nobody in the register for this institution']]
        : verifiers.map((verifier) => [
            'Verifier',
            [
              verifier.name,
              verifier.post,
              verifier.gmcNumber === null ? '' : `GMC ${verifier.gmcNumber}`,
              verifier.reachableUntil === null ? '' : `reachable until ${ukDate(verifier.reachableUntil)}`,
            ]
              .filter((part) => part !== '')
              .join(', '),
          ]),
    table: {
      columns,
      rows: items.map(({ item }, at) => [
        String(at + 1),
        `${item.title}\n${typeTitle(pack, item.type)}`,
        item.endedOn === null || item.endedOn === item.startedOn
          ? ukDate(item.startedOn)
          : `${ukDate(item.startedOn)} – ${ukDate(item.endedOn)}`,
        String(item.attachments.length),
        item.verification === null ? 'not yet' : `${item.verification.by}, ${ukDate(item.verification.on)}`,
      ]),
    },
    none: 'Nothing of this portfolio asks for verifying here.',
    ownPage,
  };
}

/** What goes on each institution's pro forma, to be printed and taken to whoever verifies it. */
export function proFormaListing(
  about: {
    readonly person: string;
    readonly employer: string;
    readonly specialty: string;
    readonly on: IsoDate;
    readonly version: string;
    readonly sample: boolean;
    /** The rule, and where it was read. */
    readonly note: string;
    readonly source: string;
  },
  pack: TypesOf,
  institutions: readonly Institution[],
): Listing {
  const items = institutions.flatMap((institution) => institution.items);
  return {
    title: institutions.length === 1 ? 'Evidence to verify' : 'Evidence to verify, by institution',
    subtitle: about.specialty,
    person: about.person,
    employer: about.employer,
    facts: [
      ['Doctor', about.person],
      ['Made on', ukDate(about.on)],
      ['Institutions', String(institutions.length)],
      ['Items', `${items.length}, ${items.filter(({ verified }) => verified).length} verified`],
    ],
    said: [
      ['The rule.', `${about.note} Source: ${about.source}.`],
      [
        'What this is not.',
        'It is a list to help fill in the GMC’s own pro forma, not that form, and nobody has verified anything by it.',
      ],
    ],
    parts: institutions.map((institution, at) => institutionPart(pack, institution, at > 0)),
    madeBy: `Waymark ${about.version}`,
    on: about.on,
    sample: about.sample,
  };
}

import type { CoverageMap } from '../coverage/types.ts';
import { daysAfter, daysBetween, type IsoDate } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import { typeTitle } from '../pack-types.ts';
import type { Break } from '../portfolio.ts';
import { isSamePerson, type NamedPerson } from '../signature-places.ts';
import type { Rating, RatingLevel } from './rating.ts';
import type { YearFacts } from './supervisor-report.ts';

type Period = { readonly from: IsoDate; readonly to: IsoDate };
type Supervision = Pick<
  YearFacts,
  'meetingsHeld' | 'meetingsMissed' | 'actionsDone' | 'actionsOpen' | 'actionsOverdue'
>;

export type YearOf = {
  readonly pack: GuidancePack;
  /** Coverage as of `today`. */
  readonly coverage: CoverageMap;
  readonly evidence: Iterable<EvidenceItem>;
  readonly ratings: Iterable<Rating>;
  readonly breaks: readonly Break[];
  readonly supervision: Supervision;
  readonly domains: YearFacts['domains'];
  readonly previousActions: YearFacts['previousActions'];
  /** Whose ratings are offered as a suggestion. */
  readonly author: NamedPerson;
  readonly period: Period;
  readonly today: IsoDate;
};

const isIn = ({ startedOn, endedOn }: EvidenceItem, { from, to }: Period) =>
  startedOn <= to && (endedOn ?? startedOn) >= from;

/** Days of the period that lie in any break, each once; a break that goes on is counted up to `today`. */
export function daysAbsent(breaks: readonly Break[], { from, to }: Period, today: IsoDate): number {
  const spans = breaks
    .map((one) => ({
      from: one.from > from ? one.from : from,
      to: (one.to ?? today) < to ? (one.to ?? today) : to,
    }))
    .filter((one) => one.to >= one.from)
    .sort((a, b) => a.from.localeCompare(b.from));
  let days = 0;
  let counted: IsoDate | null = null;
  for (const span of spans) {
    const start: IsoDate = counted !== null && counted >= span.from ? daysAfter(counted, 1) : span.from;
    if (start > span.to) continue;
    days += daysBetween(start, span.to) + 1;
    counted = span.to;
  }
  return days;
}

/** The newest rating of each capability, of those that `wanted` lets through. */
function newest(ratings: readonly Rating[], wanted: (rating: Rating) => boolean) {
  const found = new Map<string, Rating>();
  for (const rating of ratings) {
    const before = found.get(rating.capability);
    if (wanted(rating) && (before === undefined || before.at < rating.at))
      found.set(rating.capability, rating);
  }
  return (code: string): RatingLevel | null => found.get(code)?.level ?? null;
}

/** What is known of the year, counted. It reads everything and changes nothing. */
export function yearFacts(year: YearOf): YearFacts {
  const { pack, coverage, period, today, author } = year;
  const items = [...year.evidence].filter(
    (item) => item.trashedAt === null && item.draft !== true && isIn(item, period),
  );
  const counts = new Map<EvidenceItem['type'], number>();
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1);
  const ratings = [...year.ratings];
  const self = newest(ratings, ({ side }) => side === 'doctor');
  const own = newest(ratings, ({ side, by }) => side === 'supervisor' && isSamePerson(by, author));
  const titles = new Map<string, string>(pack.capabilities.map(({ code, title }) => [code, title]));
  return {
    on: today,
    items: items.length,
    verified: items.filter(({ verification }) => verification !== null).length,
    byType: [...counts]
      .map(([type, count]) => ({ type, title: typeTitle(pack, type), count }))
      .sort((a, b) => b.count - a.count || a.title.localeCompare(b.title, 'en-GB')),
    ...year.supervision,
    daysAbsent: daysAbsent(year.breaks, period, today),
    capabilities: coverage.capabilities.map(({ code, items: linked, inWindow, strength }) => ({
      code,
      title: titles.get(code) ?? code,
      items: linked,
      inWindow,
      strength,
      selfRating: self(code),
      lastRating: own(code),
    })),
    domains: year.domains,
    previousActions: year.previousActions,
  };
}

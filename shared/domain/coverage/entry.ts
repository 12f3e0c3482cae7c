import type { IsoDate } from '../dates.ts';
import type { Details, EvidenceItem } from '../evidence.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';

/** What counting needs of an item. */
export type Entry = {
  readonly id: string;
  readonly type: EvidenceTypeId;
  readonly startedOn: IsoDate;
  /** The day its age is measured from: its end, or its only day. */
  readonly date: IsoDate;
  readonly cases: number;
  /** In hundredths, so that sums do not depend on their order. */
  readonly centihours: number;
  readonly verified: boolean;
  readonly details: Details;
};

const atLeastZero = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : 0;

export function entryOf(item: EvidenceItem): Entry {
  return {
    id: item.id,
    type: item.type,
    startedOn: item.startedOn,
    date: item.endedOn ?? item.startedOn,
    cases: Math.floor(atLeastZero(Object.hasOwn(item.details, 'cases') ? item.details.cases : 0)),
    centihours: Math.round(atLeastZero(item.hours) * 100),
    verified: item.verification !== null,
    details: item.details,
  };
}

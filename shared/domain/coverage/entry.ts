import type { IsoDate } from '../dates.ts';
import type { Details, EvidenceItem, EvidenceMark } from '../evidence.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';

/** Whether a mark is there, is still to come, or is not asked for. */
export type MarkState = 'done' | 'needed' | 'not-needed';

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
  readonly verification: MarkState;
  readonly anonymisation: MarkState;
  readonly details: Details;
};

const atLeastZero = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : 0;

const waived = (item: EvidenceItem, mark: EvidenceMark) => item.notNeeded?.includes(mark) === true;

/** Files are what is shown to others: an item without any has none to anonymise. The mark holds for the files it names. */
function anonymisationOf(item: EvidenceItem): MarkState {
  const { anonymised, attachments } = item;
  const looked = ({ hash, redacted }: EvidenceItem['attachments'][number]) =>
    anonymised?.files.includes(redacted?.hash ?? hash) === true;
  if (attachments.length > 0 && attachments.every(looked)) return 'done';
  return attachments.length === 0 || waived(item, 'anonymised') ? 'not-needed' : 'needed';
}

function verificationOf(item: EvidenceItem, notVerified: ReadonlySet<EvidenceTypeId>): MarkState {
  if (item.verification !== null) return 'done';
  return waived(item, 'verified') || notVerified.has(item.type) ? 'not-needed' : 'needed';
}

/** @param notVerified types the GMC does not ask to have verified */
export function entryOf(item: EvidenceItem, notVerified: ReadonlySet<EvidenceTypeId>): Entry {
  return {
    id: item.id,
    type: item.type,
    startedOn: item.startedOn,
    date: item.endedOn ?? item.startedOn,
    cases: Math.floor(atLeastZero(Object.hasOwn(item.details, 'cases') ? item.details.cases : 0)),
    centihours: Math.round(atLeastZero(item.hours) * 100),
    verified: item.verification !== null,
    verification: verificationOf(item, notVerified),
    anonymisation: anonymisationOf(item),
    details: item.details,
  };
}

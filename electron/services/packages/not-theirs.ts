import type { Id } from '#shared/domain/ids.ts';
import type { PackagePreview } from '#shared/domain/packages/preview.ts';
import { type Review, reviewSchema } from '#shared/domain/review.ts';
import { type Sheet, sheetIdOf, sheetSchema } from '#shared/domain/review-process/sheet.ts';
import type { MergeSummary, TravelRevision } from '#shared/domain/revisions.ts';
import { isSameName, isSamePerson, type NamedPerson } from '#shared/domain/signature-places.ts';
import { personOnRecordSchema } from '#shared/domain/supervision/person.ts';
import type { OpenedPackage } from '../ports/exchange.ts';
import type { PortfolioStore, Ports } from '../ports.ts';

export type NotTaken = {
  readonly collection: string;
  readonly id: Id;
  readonly why: PackagePreview['refused'][number]['why'];
};
type Came = {
  readonly opened: OpenedPackage;
  readonly revisions: readonly TravelRevision[];
  readonly here: PortfolioStore | undefined;
  /** What merging all of it would do. */
  readonly whole: MergeSummary;
  /** The sender is this vault's owner, on another computer. */
  readonly isOwn: boolean;
};

const senderOf = (ports: Pick<Ports, 'cards'>, { seal }: OpenedPackage): NamedPerson => {
  const { name, gmcNumber } = ports.cards.read(seal.card).card;
  return { name, gmcNumber };
};

/** Every version of a review that is known: a member who was once on the panel is told by those it had then. */
function panelsOf({ revisions, here }: Came, id: Id): readonly Review['panel'][] {
  const kept = here?.get('reviews', id);
  // What is here decides; a sender could put themselves on a panel.
  if (kept !== undefined) return [kept.panel];
  return revisions.flatMap((one) => {
    const review =
      one.collection === 'reviews' && one.id === id ? reviewSchema.safeParse(one.value) : undefined;
    return review?.success === true ? [review.data.panel] : [];
  });
}

function isSendersOwn(
  ports: Pick<Ports, 'cards' | 'hash'>,
  came: Came,
  { id, review, member }: Sheet,
): boolean {
  const sender = senderOf(ports, came.opened);
  return (
    id === sheetIdOf(ports.hash, review, member) &&
    panelsOf(came, review).some((panel) =>
      panel.some((one) => one.id === member && isSamePerson(one, sender)),
    )
  );
}

/** Sheets are their member's alone: what comes as somebody else's, or takes one away, is not taken. */
function foreignSheets(ports: Pick<Ports, 'cards' | 'hash'>, came: Came): readonly NotTaken[] {
  const ids = new Set<Id>();
  for (const { collection, id, value } of came.revisions) {
    if (collection !== 'sheets' || value === undefined) continue;
    const sheet = sheetSchema.safeParse(value);
    if (!sheet.success || !isSendersOwn(ports, came, sheet.data)) ids.add(id);
  }
  return [...ids].map((id) => ({ collection: 'sheets', id, why: 'not-the-senders' }));
}

/** Feedback and ratings are taken back by who wrote them. */
function takenByOthers(ports: Pick<Ports, 'cards'>, { opened, revisions, here }: Came): readonly NotTaken[] {
  const sender = senderOf(ports, opened);
  return revisions.flatMap(({ collection, id, value }) => {
    if (value !== null || (collection !== 'feedback' && collection !== 'ratings')) return [];
    const kept = here?.get(collection, id);
    const isTheirs = kept === undefined || isSamePerson(kept.by, sender);
    return isTheirs ? [] : [{ collection, id, why: 'kept-as-here' }];
  });
}

const doctors = ['portfolio', 'requests'];
const ofAudience: Readonly<Partial<Record<string, ReadonlySet<string>>>> = {
  doctor: new Set(doctors),
  chair: new Set([...doctors, 'reviews']),
};

/** A reply adds to a portfolio. What it would change of the doctor's own records, or of a review for its chair, stays. */
function keptAsHere({ opened: { manifest }, whole }: Came): readonly NotTaken[] {
  const kept = ofAudience[manifest.audience] ?? new Set();
  return whole.records
    .filter(({ collection, kind }) => kept.has(collection) && (kind === 'changed' || kind === 'conflicting'))
    .map(({ collection, id }) => ({ collection, id, why: 'kept-as-here' }));
}

/** What a package holds that is not its sender's to send. */
export const notTheirs = (ports: Pick<Ports, 'cards' | 'hash'>, came: Came): readonly NotTaken[] =>
  came.isOwn ? [] : [...foreignSheets(ports, came), ...takenByOthers(ports, came), ...keptAsHere(came)];

const named = ['feedback', 'ratings', 'agreements'];

/** New records that name somebody else than the sender or the doctor as who wrote them: the sender's word for it. */
export function secondHand(
  ports: Pick<Ports, 'cards'>,
  { opened, revisions, here }: Pick<Came, 'opened' | 'revisions' | 'here'>,
  summary: MergeSummary,
): readonly { readonly collection: string; readonly id: Id; readonly by: string }[] {
  const sender = senderOf(ports, opened);
  const doctor = here?.get('portfolio', opened.manifest.portfolio.id)?.doctor.name;
  const known = new Set(
    summary.records.filter(({ kind }) => kind === 'known').map(({ collection, id }) => `${collection}/${id}`),
  );
  return revisions.flatMap(({ collection, id, value }) => {
    if (!named.includes(collection) || known.has(`${collection}/${id}`)) return [];
    if (typeof value !== 'object' || value === null || !('by' in value)) return [];
    const by = personOnRecordSchema.safeParse(value.by);
    if (!by.success) return [];
    const { name, gmcNumber } = by.data;
    const isSender = isSameName(name, sender.name) && (gmcNumber === null || gmcNumber === sender.gmcNumber);
    const isDoctor = isSameName(name, doctor ?? opened.manifest.portfolio.doctor);
    return isSender || isDoctor ? [] : [{ collection, id, by: name }];
  });
}

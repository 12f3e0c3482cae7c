import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import {
  type Audience,
  getsOriginals,
  historyFor,
  laterCollections,
} from '#shared/domain/packages/audiences.ts';
import { packageLimits } from '#shared/domain/packages/limits.ts';
import { filesNamedBy, privateOriginals } from '#shared/domain/packages/named-files.ts';
import type { PortfolioContent, Selection } from '#shared/domain/packages/portfolio-content.ts';
import type { PackageContents } from '#shared/domain/packages/preview.ts';
import { selectFor } from '#shared/domain/packages/select-for.ts';
import { originalsWithCopies } from '#shared/domain/passages/passages.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import type { OriginalToPack } from '../ports/exchange.ts';
import type { PortfolioStore } from '../ports.ts';
import { portfolioOf, type Session } from '../session.ts';
import { breathe } from '../slices.ts';
import { handedIn } from './handed-in.ts';

export type Collected = {
  readonly content: PortfolioContent;
  readonly selection: Selection;
  readonly revisions: readonly TravelRevision[];
  readonly originals: readonly OriginalToPack[];
};

const latestFirst = (a: { readonly date: string }, b: typeof a) =>
  a.date === b.date ? 0 : a.date < b.date ? 1 : -1;

/** Feedback that says words of a file others get only a redacted copy of: it was given before there was one. */
function quotingPrivately({ all }: PortfolioStore): ReadonlySet<string> {
  const originals = originalsWithCopies(all('evidence').values());
  if (originals.size === 0) return new Set();
  return new Set(
    [...all('feedback').values()].flatMap(({ id, passage }) =>
      passage !== null && passage.quote !== '' && originals.has(passage.file) ? [id] : [],
    ),
  );
}

const contentOf = (store: PortfolioStore): PortfolioContent => ({
  portfolio: portfolioOf(store),
  evidence: [...store.all('evidence').values()],
  reviews: [...store.all('reviews').values()],
  seals: [...store.all('seals').values()],
  searches: [...store.all('searches').values()],
  own: laterCollections.flatMap((collection) =>
    [...store.all(collection).entries()].map(([id, value]) => ({
      collection,
      id,
      title: 'name' in value ? value.name : 'title' in value ? value.title : '',
      date: '',
    })),
  ),
  steps: [...store.all('steps').values()],
  snapshots: [...store.all('snapshots').values()],
  sheets: [...store.all('sheets').values()],
  supervisorReports: [...store.all('supervisorReports').values()],
  requests: [...store.all('requests').values()],
  withheld: quotingPrivately(store),
  // A place in a submission has its item's id, and its two versions are not the item's.
  unsettled: new Set(
    store.conflicts().flatMap(({ collection, id }) => (collection === 'placements' ? [] : [id])),
  ),
});

function originalOf(store: PortfolioStore, hash: string, mediaType: string, size: number): OriginalToPack {
  const stream = async () => {
    const blob = await store.blobs.read(hash);
    if (blob === undefined) throw failure('NOT_FOUND', { what: 'file' });
    return blob.bytes;
  };
  return { hash, mediaType, size, stream };
}

/**
 * Every file these versions name, once. An original with a redacted copy is for its owner alone, and may be missing
 * where only the copy was ever sent. Fails with NOT_FOUND when another one is not kept here.
 */
async function originalsOf(
  store: PortfolioStore,
  revisions: readonly TravelRevision[],
  { evidence }: PortfolioContent,
  audience: Audience,
): Promise<readonly OriginalToPack[]> {
  const withCopy = new Set([...privateOriginals(revisions), ...originalsWithCopies(evidence)]);
  const named = new Map<string, string>();
  for (const { collection, value } of revisions)
    for (const { hash, mediaType } of filesNamedBy(collection, value)) named.set(hash, mediaType);
  const originals: OriginalToPack[] = [];
  for (const [hash, mediaType] of named) {
    if (withCopy.has(hash) && !getsOriginals(audience)) continue;
    const blob = await store.blobs.read(hash);
    if (blob === undefined && withCopy.has(hash)) continue;
    if (blob === undefined) throw failure('NOT_FOUND', { what: 'file' });
    originals.push(originalOf(store, hash, mediaType, blob.size));
  }
  return originals;
}

/** What somebody asks to send. */
export type Asked = {
  readonly audience: Audience;
  /** Items and reviews held back. */
  readonly exclude: readonly Id[];
  /** The request that goes to an assessor. */
  readonly request?: Id | null | undefined;
};

/** Fails with INVALID where an assessor's package names no request, or another names one, and with NOT_FOUND. */
export function refuseUnlessAsked(store: PortfolioStore, { audience, request = null }: Asked): void {
  if ((audience === 'assessor') !== (request !== null))
    throw failure('INVALID', { issues: [{ path: ['request'], code: 'request' }] });
  if (request !== null && store.get('requests', request) === undefined)
    throw failure('NOT_FOUND', { what: 'request' });
}

/**
 * What of a portfolio an audience is given: chosen, with its history as far as that audience may see it, and its files.
 * Fails as `refuseUnlessAsked` does.
 */
export async function collect(session: Session, store: PortfolioStore, asked: Asked): Promise<Collected> {
  refuseUnlessAsked(store, asked);
  const { audience, exclude, request = null } = asked;
  const { name, gmcNumber } = session.profile() ?? { name: '', gmcNumber: null };
  const content = contentOf(store);
  const wish = { audience, exclude: new Set(exclude), request, sender: { name, gmcNumber } };
  const chosen = selectFor(wish, content);
  await breathe();
  const newest = await store.history.travel(chosen.included, historyFor(audience));
  const { selection, revisions } =
    audience === 'panel'
      ? await handedIn(store, content, chosen, newest)
      : { selection: chosen, revisions: newest };
  await breathe();
  const originals = await originalsOf(store, revisions, content, audience);
  await breathe();
  return { content, selection, revisions, originals };
}

export const countsOf = ({ included }: Selection): PackageContents['counts'] => ({
  portfolio: included.filter(({ collection }) => collection === 'portfolio').length,
  evidence: included.filter(({ collection }) => collection === 'evidence').length,
  reviews: included.filter(({ collection }) => collection === 'reviews').length,
  seals: included.filter(({ collection }) => collection === 'seals').length,
  ...Object.fromEntries(
    laterCollections.flatMap((name) => {
      const { length } = included.filter(({ collection }) => collection === name);
      return length === 0 ? [] : [[name, length]];
    }),
  ),
});

export function contentsOf(audience: Audience, { selection, originals }: Collected): PackageContents {
  const bytes = originals.reduce((sum, { size }) => sum + size, 0);
  return {
    audience,
    counts: countsOf(selection),
    files: originals.length,
    bytes,
    tooLarge: bytes > packageLimits.unpacked || originals.length > packageLimits.entries - 100,
    included: selection.included.toSorted(latestFirst),
    leftOut: selection.leftOut.toSorted(latestFirst),
  };
}

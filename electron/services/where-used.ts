import type { Services } from '#shared/contract/services.ts';
import { newestPostFirst } from '#shared/domain/cv/post.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { audiences, collectionsFor, getsOriginals, whyNot } from '#shared/domain/packages/audiences.ts';
import { originalsWithCopies, quotesPrivately } from '#shared/domain/passages/passages.ts';
import { type ReportModel, reportModelSchema } from '#shared/domain/report-model.ts';
import type { Review } from '#shared/domain/review.ts';
import type { PortfolioStore } from './ports.ts';
import { readReport } from './read-pdf.ts';
import type { OpenPortfolio, Session } from './session.ts';

type WhereUsed = Awaited<ReturnType<Services['evidence']['whereUsed']>>;

/** The model of a signed report as it is kept; undefined where it is not kept, or of a shape from before. */
async function modelOf({ blobs }: PortfolioStore, { signOff }: Review): Promise<ReportModel | undefined> {
  if (signOff === null) return undefined;
  try {
    const text = new TextDecoder().decode(await readReport(blobs, signOff.model));
    const parsed = reportModelSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // A report that is missing or damaged is told by the check of the vault; here it names nothing.
    return undefined;
  }
}

async function namingOf(store: PortfolioStore, item: EvidenceItem, review: Review) {
  const { id, heldOn, state, signOff } = review;
  const listed = (await modelOf(store, review))?.evidence.find((line) => line.id === item.id);
  const now = signOff === null && item.draft !== true ? item.links.map(({ capability }) => capability) : [];
  return { id, heldOn, state, ref: listed?.ref ?? null, capabilities: listed?.capabilities ?? now };
}

/** Who may be given an item by the rules of packages, who was, and which reviews and sign-offs name it. */
export async function whereUsed(
  session: Session,
  { store }: OpenPortfolio,
  portfolioId: string,
  item: EvidenceItem,
): Promise<WhereUsed> {
  const { id } = item;
  const unsettled = store.conflicts().some((one) => one.id === id);
  const sent = [...session.vault().profile.all('travels').values()]
    .filter((travel) => travel.direction === 'made' && travel.portfolioId === portfolioId)
    .map(({ packageId, at, audience, people, items }) => ({
      packageId,
      at,
      audience,
      people,
      had: items === undefined ? null : items.includes(id),
    }))
    .sort((a, b) => b.at.localeCompare(a.at));
  const reviews = await Promise.all(
    [...store.all('reviews').values()].map((review) => namingOf(store, item, review)),
  );
  const withCopies = originalsWithCopies(store.all('evidence').values());
  const whyNotOthers = unsettled
    ? 'two-versions'
    : quotesPrivately(item, withCopies)
      ? 'quotes-redacted'
      : null;
  // An assessor gets what they were asked about, and nothing else.
  const isAsked = [...store.all('requests').values()].some(
    ({ items, state }) => state !== 'cancelled' && items.includes(id),
  );
  return {
    audiences: audiences
      .filter((audience) => collectionsFor(audience).includes('evidence'))
      .filter((audience) => audience !== 'assessor' || isAsked)
      .map((audience) => ({
        audience,
        why: whyNot(item, audience) ?? (getsOriginals(audience) ? null : whyNotOthers),
      })),
    sent,
    reviews: reviews
      .filter(({ ref, capabilities }) => ref !== null || capabilities.length > 0)
      .sort((a, b) => b.heldOn.localeCompare(a.heldOn)),
    signOffs: [...store.all('seals').values()].filter(({ subjectId }) => subjectId === id).length,
    posts: [...store.all('posts').values()]
      .filter(({ evidence }) => evidence.includes(id))
      .sort(newestPostFirst)
      .map(({ id: postId, title, from }) => ({ id: postId, title, from })),
  };
}

import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { packById } from '#shared/guidance/packs.ts';
import { createCoverageService } from '../coverage.ts';
import { furnishVault } from '../furnish-vault.ts';
import { newPortfolio } from '../portfolios.ts';
import type { OpenVault, PortfolioStore, Ports } from '../ports.ts';
import { createReviewsService } from '../reviews.ts';
import { createSession } from '../session.ts';
import { sampleCv } from './sample-cv.ts';
import { type SampleLine, sampleEvidence } from './sample-evidence.ts';
import { sampleAttachments } from './sample-files.ts';
import { monthsBefore, sampleItem } from './sample-items.ts';
import { sampleOwner, samplePortfolio } from './sample-people.ts';
import { holdSampleReview, samplePlan } from './sample-review.ts';
import { fillSupervision } from './sample-supervision.ts';

export type Sample = { readonly portfolioId: Id; readonly hold: () => Promise<Id> };

/** Months ago of the sample's past review; evidence before it is logged first, so that its report cannot know the future. */
const pastReview = 12;

async function log(ports: Ports, store: PortfolioStore, lines: readonly SampleLine[]): Promise<void> {
  const items = [];
  for (const line of lines)
    items.push(
      sampleItem(line, ports.clock.today(), ports.newId(), await sampleAttachments(line, store.blobs)),
    );
  await store.commit(
    'sample.fill',
    items.map((item) => ({ collection: 'evidence' as const, id: item.id, value: item })),
  );
}

/**
 * Furnishes an empty vault with the invented doctor: four years of evidence, a signed review a year ago, one planned, and
 * the supervision between them.
 * @returns the portfolio, and `hold`, which holds and signs this year's review and returns its id.
 */
export async function fillSample(ports: Ports, vault: OpenVault, ownerId: Id): Promise<Sample> {
  await furnishVault(ports, vault, ownerId, sampleOwner, true);
  const today = ports.clock.today();
  const input = samplePortfolio(monthsBefore(today, -14));
  const pack = packById(input.packId);
  if (pack === undefined) throw failure('NOT_FOUND', { what: 'guidance' });
  const { portfolio, store } = await newPortfolio(ports, vault, input, true);
  const session = createSession(ports);
  session.open(vault);
  session.adopt(portfolio.id, store);

  const then = monthsBefore(today, pastReview);
  const past: Ports = {
    ...ports,
    clock: { now: () => new Date(`${then}T15:30:00.000Z`), today: () => then },
  };
  const servicesAt = (at: Ports) => ({
    reviews: createReviewsService(at, session),
    coverage: createCoverageService(at, session),
  });

  await log(
    ports,
    store,
    sampleEvidence.filter((line) => line.monthsAgo > pastReview),
  );
  await holdSampleReview(servicesAt(past), ports.newId, pack, portfolio.id, then);
  await log(
    ports,
    store,
    sampleEvidence.filter((line) => line.monthsAgo <= pastReview),
  );

  const items = [...store.all('evidence').values()];
  await store.commit('sample.fill', sampleCv(ports, portfolio.id, items, today));

  const [shown] = items.filter(({ title, draft }) => draft !== true && /sepsis/i.test(title));
  await fillSupervision(ports, session, portfolio.id, shown === undefined ? [] : [shown.id]);

  const present = servicesAt(ports);
  await present.reviews.schedule({
    portfolioId: portfolio.id,
    plan: samplePlan(ports.newId, monthsBefore(today, -1)),
  });
  return {
    portfolioId: portfolio.id,
    hold: async () => (await holdSampleReview(present, ports.newId, pack, portfolio.id, today)).id,
  };
}

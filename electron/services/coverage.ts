import { coverageItemsShown } from '#shared/contract/coverage.ts';
import type { Services } from '#shared/contract/services.ts';
import { ageingItemOf, ageingItems, countChanges, coverageItemOf } from '#shared/domain/coverage/ageing.ts';
import { windowsOf } from '#shared/domain/coverage/counting.ts';
import { type CoverageIndex, createCoverageIndex } from '#shared/domain/coverage/coverage-index.ts';
import { agedFrom, fallsOutOf } from '#shared/domain/coverage/falling-out.ts';
import { paceOf } from '#shared/domain/coverage/pace.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import { countingOf } from '#shared/guidance/counting.ts';
import { changeSetAside, nextStepsOf } from './next-steps.ts';
import type { Ports } from './ports.ts';
import { createSeenItems } from './seen-items.ts';
import { type OpenPortfolio, portfolioOf, type Session } from './session.ts';
import { breathe, inSlices } from './slices.ts';

const everything = { expectation: null, measure: 'counted' } as const;

const newestFirst = (a: EvidenceItem, b: EvidenceItem) =>
  agedFrom(a) === agedFrom(b) ? (a.id < b.id ? -1 : 1) : agedFrom(a) < agedFrom(b) ? 1 : -1;

/** The index as it would be with another target date. */
async function indexFor(
  { store, pack, coverage }: OpenPortfolio,
  targetDate: IsoDate,
): Promise<CoverageIndex> {
  const portfolio = portfolioOf(store);
  if (targetDate === portfolio.targetDate) return coverage();
  const index = createCoverageIndex(pack, countingOf(pack, { ...portfolio, targetDate }));
  await inSlices(store.all('evidence').values(), (item) => index.apply(undefined, item));
  return index;
}

export function createCoverageService(ports: Ports, session: Session): Services['coverage'] {
  const today = () => ports.clock.today();
  const seenItems = createSeenItems(ports);
  const seenBy = (portfolio: OpenPortfolio) => ({
    signedOff: seenItems(portfolio),
    accepted: portfolio.feedback.accepted(),
  });
  return {
    map: async ({ portfolioId }) => (await session.portfolio(portfolioId)).coverage().map(today()),
    items: async ({ portfolioId, ...question }) => {
      const portfolio = await session.portfolio(portfolioId);
      const behind = portfolio.coverage().behind(question, today());
      if (behind === undefined) throw failure('NOT_FOUND', { what: 'capability' });
      const seen = question.measure === 'seen' ? seenBy(portfolio) : undefined;
      const items = behind
        .filter((id) => seen === undefined || seen.signedOff.has(id) || seen.accepted.has(id))
        .flatMap((id) => portfolio.store.get('evidence', id) ?? [])
        .sort(newestFirst);
      return { total: items.length, rows: items.slice(0, coverageItemsShown).map(coverageItemOf) };
    },
    seen: async ({ portfolioId }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { signedOff, accepted } = seenBy(portfolio);
      const index = portfolio.coverage();
      const amounts = (capability: string | null) => {
        if (signedOff.size + accepted.size === 0) return { items: 0, signedOff: 0, accepted: 0 };
        const counted = index.behind({ ...everything, capability }, today()) ?? [];
        return {
          items: counted.filter((id) => signedOff.has(id) || accepted.has(id)).length,
          signedOff: counted.filter((id) => signedOff.has(id)).length,
          accepted: counted.filter((id) => accepted.has(id)).length,
        };
      };
      return {
        ...amounts(null),
        capabilities: portfolio.pack.capabilities.map(({ code }) => ({ code, ...amounts(code) })),
      };
    },
    next: async ({ portfolioId }) => nextStepsOf(session, await session.portfolio(portfolioId), today()),
    setAside: async ({ portfolioId, key, until }) => {
      const portfolio = await session.portfolio(portfolioId);
      await changeSetAside(session, { portfolioId, key, today: today() }, until);
      return nextStepsOf(session, portfolio, today());
    },
    bringBack: async ({ portfolioId, key }) => {
      const portfolio = await session.portfolio(portfolioId);
      await changeSetAside(session, { portfolioId, key, today: today() }, undefined);
      return nextStepsOf(session, portfolio, today());
    },
    ageing: async ({ portfolioId, on }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { store, pack } = portfolio;
      const facts = portfolioOf(store);
      const targetDate = on ?? facts.targetDate;
      const map = (await indexFor(portfolio, targetDate)).map(today());
      await breathe();
      const windows = windowsOf(pack, countingOf(pack, { ...facts, targetDate }));
      const keptUp = new Set(
        map.capabilities.filter(({ maintained }) => maintained > 0).map(({ code }) => code),
      );
      const rows = ageingItems(store.all('evidence').values(), {
        today: today(),
        fallsOut: fallsOutOf(windows, today(), targetDate),
      });
      await breathe();
      return {
        today: map.today,
        targetDate,
        windowFrom: map.windowFrom,
        total: rows.length,
        rows: rows.slice(0, coverageItemsShown).map((row) => ageingItemOf(row, keptUp)),
        changes: countChanges(portfolio.coverage().map(today()), map),
      };
    },
    pace: async ({ portfolioId }) => {
      const { store, coverage } = await session.portfolio(portfolioId);
      const { createdAt, targetDate, breaks, workingTime } = portfolioOf(store);
      const index = coverage();
      const counted = index.behind({ ...everything, capability: null }, today()) ?? [];
      const life = {
        ...(breaks === undefined ? {} : { breaks }),
        ...(workingTime === undefined ? {} : { workingTime }),
      };
      return paceOf(
        { startedOn: createdAt.slice(0, 10), today: today(), targetDate, life },
        index.metOn(today()),
        counted.flatMap((id) => store.get('evidence', id)?.startedOn ?? []),
      );
    },
  };
}

import type { Services } from '#shared/contract/services.ts';
import { windowsOf } from '#shared/domain/coverage/counting.ts';
import { agedFrom, fallsOutOf } from '#shared/domain/coverage/falling-out.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { SetAside } from '#shared/domain/next-steps/next-steps.ts';
import { type Falling, nextSteps, nonClinicalOf } from '#shared/domain/next-steps/rank.ts';
import { countingOf } from '#shared/guidance/counting.ts';
import { type OpenPortfolio, portfolioOf, type Session } from './session.ts';
import { changeSettings, settingsOf } from './settings.ts';
import { actionsOn } from './supervision/supervised.ts';

type NextSteps = Awaited<ReturnType<Services['coverage']['next']>>;

/** Per capability, what counts today and not on the target date, and when the first of it stops. */
function fallingOf({ store, pack, coverage }: OpenPortfolio, today: IsoDate): readonly Falling[] {
  const index = coverage();
  const map = index.map(today);
  const windows = windowsOf(pack, countingOf(pack, portfolioOf(store)));
  const fallsOut = fallsOutOf(windows, today, map.targetDate);
  return map.capabilities.flatMap(({ code, expiring }) => {
    if (expiring === 0) return [];
    const question = { capability: code, expectation: null, measure: 'expiring' } as const;
    const days = (index.behind(question, today) ?? []).flatMap((id) => {
      const item = store.get('evidence', id);
      const on = item === undefined ? null : fallsOut(agedFrom(item));
      return on === null ? [] : [on];
    });
    const [on] = days.sort();
    return on === undefined ? [] : [{ code, items: expiring, on }];
  });
}

const holds = ({ until }: SetAside, today: IsoDate) => until === null || until > today;

/** What to do next in one portfolio, without what its owner set aside. */
export function nextStepsOf(session: Session, portfolio: OpenPortfolio, today: IsoDate): NextSteps {
  const { store, pack, coverage } = portfolio;
  const index = coverage();
  const map = index.map(today);
  const amount = (measure: 'unverified' | 'unanonymised') =>
    index.behind({ capability: null, expectation: null, measure }, today)?.length ?? 0;
  const all = nextSteps(pack, map, {
    falling: fallingOf(portfolio, today),
    unverified: amount('unverified'),
    unanonymised: amount('unanonymised'),
    overdue: actionsOn(portfolio, today).flatMap(({ overdue, dueOn }) => (overdue ? dueOn : [])),
  });
  const { id } = portfolioOf(store);
  const aside = new Map(
    (settingsOf(session.vault()).setAside ?? [])
      .filter((one) => one.portfolioId === id && holds(one, today))
      .map((one) => [one.key, one.until]),
  );
  return {
    steps: all.filter(({ key }) => !aside.has(key)),
    setAside: all.flatMap((step) => {
      const until = aside.get(step.key);
      return until === undefined ? [] : [{ ...step, until }];
    }),
    nonClinical: nonClinicalOf(pack, map),
  };
}

/** Keeps one suggestion out of sight, or brings it back; what has run out is forgotten on the way. */
export async function changeSetAside(
  session: Session,
  of: { readonly portfolioId: Id; readonly key: string; readonly today: IsoDate },
  until: IsoDate | null | undefined,
): Promise<void> {
  const { portfolioId, key, today } = of;
  await changeSettings(session, 'settings.set-aside', ({ setAside = [] }) => {
    const others = setAside.filter(
      (one) => holds(one, today) && (one.portfolioId !== portfolioId || one.key !== key),
    );
    const next = until === undefined ? others : [...others, { portfolioId, key, until }];
    return { setAside: next.slice(-2000) };
  });
}

import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import { risksOf } from '#shared/domain/programme/risk.ts';
import { byUrgency, tasksOf } from '#shared/domain/programme/tasks.ts';
import { changeSetAside } from '../next-steps.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';
import { deadlinesHere, settingsOf } from '../settings.ts';
import { inSlices } from '../slices.ts';
import { doctorsHere } from './doctors-here.ts';

type Tasks = Awaited<ReturnType<Services['programme']['tasks']>>;

/** What waits in all portfolios, without what this vault's owner put out of sight. */
export async function remindersHere(ports: Ports, session: Session): Promise<Tasks> {
  const today = ports.clock.today();
  const { doctors, unopened } = await doctorsHere(ports, session);
  const vault = session.vault();
  const days = deadlinesHere(vault);
  const all: Tasks['tasks'][number][] = [];
  await inSlices(doctors, (facts) => {
    all.push(...tasksOf(facts, days, today));
  });
  const aside = new Map(
    (settingsOf(vault).setAside ?? [])
      .filter(({ until }) => until === null || until > today)
      .map(({ portfolioId, key, until }) => [`${portfolioId} ${key}`, until]),
  );
  const asideUntil = ({ portfolioId, key }: Tasks['tasks'][number]) => aside.get(`${portfolioId} ${key}`);
  const sorted = all.sort(byUrgency);
  return {
    today,
    portfolios: doctors.length,
    unopened,
    tasks: sorted.filter((task) => asideUntil(task) === undefined),
    setAside: sorted.flatMap((task) => {
      const backOn = asideUntil(task);
      return backOn === undefined ? [] : [{ ...task, backOn }];
    }),
    // Whoever puts a reminder away still knows who may need a word.
    risks: risksOf(sorted),
  };
}

/** Puts a reminder out of sight until that day, for good (null), or back (undefined). Fails with NOT_FOUND. */
export async function changeReminder(
  ports: Ports,
  session: Session,
  of: { readonly portfolioId: string; readonly key: string },
  until: string | null | undefined,
): Promise<Tasks> {
  if (!session.vault().profile.all('shelf').has(of.portfolioId))
    throw failure('NOT_FOUND', { what: 'portfolio' });
  await changeSetAside(session, { ...of, today: ports.clock.today() }, until);
  return remindersHere(ports, session);
}

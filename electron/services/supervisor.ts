import type { Services } from '#shared/contract/services.ts';
import { changesNamed, longestQueue, type SupervisedDoctor } from '#shared/contract/supervisor.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Look } from '#shared/domain/supervision/look.ts';
import { sinceLooked } from '#shared/domain/supervision/since-looked.ts';
import { lineLogOf } from './history/line-log.ts';
import type { Ports } from './ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from './session.ts';
import { nextMeetingOf, notYetSent, reportsDueFrom } from './supervision/due.ts';
import { isOwn, ownerOnRecord, reviewerOf } from './supervision/reviewer.ts';
import { arrivalsOf, waitingFor } from './supervision/waiting.ts';

/** What others did in a portfolio since its supervisor last looked. */
async function changedSince(
  session: Session,
  { store }: OpenPortfolio,
  look: Look | undefined,
): Promise<SupervisedDoctor['changed']> {
  const { entries } = store.head();
  const seen = look?.seq ?? 0;
  const arrivals = await arrivalsOf(store);
  const lines = (await lineLogOf(store).newest(entries - seen)).filter(({ seq }) => seq > seen);
  const { added, changed, others } = sinceLooked(
    lines,
    session.profile()?.id ?? '',
    (id) => (arrivals.lineOf('evidence', id) ?? 0) <= seen,
  );
  const named = (ids: readonly Id[], how: 'added' | 'changed') =>
    ids.flatMap((id) => {
      const item = store.get('evidence', id);
      return item === undefined || item.trashedAt !== null || item.draft === true
        ? []
        : [{ id, title: item.title, how }];
    });
  const [fresh, edited] = [named(added, 'added'), named(changed, 'changed')];
  return {
    lookedAt: look?.at ?? null,
    upTo: entries,
    added: fresh.length,
    changed: edited.length,
    items: [...fresh, ...edited].slice(0, changesNamed),
    others,
  };
}

/** What a supervisor has to know of the doctors whose portfolios are here. */
export function createSupervisorService(ports: Ports, session: Session): Services['supervisor'] {
  return {
    doctors: async () =>
      [...session.vault().profile.all('shelf').values()]
        .map(({ id, doctorName }) => ({ portfolioId: id, name: doctorName }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.portfolioId < b.portfolioId ? -1 : 1)),
    doctor: async ({ portfolioId }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { store, pack } = portfolio;
      const { doctor, targetDate } = portfolioOf(store);
      const vault = session.vault();
      const me = ownerOnRecord(session);
      const own = isOwn(session, portfolio);
      const waiting = own ? [] : await waitingFor(portfolio, me);
      const look = vault.profile.get('looks', portfolioId);
      const today = ports.clock.today();
      return {
        portfolioId,
        doctor,
        specialty: pack.specialty,
        targetDate,
        own,
        waiting: {
          items: waiting.length,
          answered: waiting.filter(({ why }) => why === 'answered').length,
          since: waiting.map(({ since }) => since).sort()[0] ?? null,
        },
        changed: await changedSince(session, portfolio, look),
        nextMeeting: nextMeetingOf(store, today),
        reportsDue: own ? [] : [...reportsDueFrom(store, me, today)],
        toSend: own ? 0 : notYetSent(vault, portfolioId, store, me),
      };
    },
    queue: async ({ portfolioId, inPerson }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { by } = reviewerOf(session, portfolio, inPerson);
      const waiting = await waitingFor(portfolio, by);
      return {
        total: waiting.length,
        items: waiting.slice(0, longestQueue).map(({ item, why, last, since }) => ({
          id: item.id,
          title: item.title,
          type: item.type,
          startedOn: item.startedOn,
          why,
          since,
          verdict: last?.verdict ?? null,
        })),
      };
    },
    look: async ({ portfolioId, upTo }) => {
      const { store } = await session.portfolio(portfolioId);
      const { profile } = session.vault();
      return session.inTurn(async () => {
        const before = profile.get('looks', portfolioId);
        const seq = Math.min(upTo, store.head().entries);
        if (before !== undefined && before.seq >= seq) return {};
        const value: Look = { id: portfolioId, seq, at: ports.clock.now().toISOString() };
        await profile.commit('profile.look', [{ collection: 'looks', id: portfolioId, value }]);
        return {};
      });
    },
  };
}

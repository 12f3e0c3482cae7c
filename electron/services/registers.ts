import type { Services } from '#shared/contract/services.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { institutionsOf } from '#shared/domain/registers/institutions.ts';
import type { Referee } from '#shared/domain/registers/referee.ts';
import { refereeStanding } from '#shared/domain/registers/referee-standing.ts';
import { spellingsToJoin } from '#shared/domain/registers/spellings.ts';
import type { Verifier } from '#shared/domain/registers/verifier.ts';
import { warningsOf } from '#shared/domain/registers/warnings.ts';
import { type ApplicationGuide, applicationGuideOf } from '#shared/guidance/application.ts';
import type { Change, PortfolioRecords, Ports } from './ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from './session.ts';
import { breathe } from './slices.ts';

const byName = (a: { readonly name: string; readonly id: string }, b: typeof a) =>
  a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1);

const ruleOf = (
  guide: ApplicationGuide,
  { note, certainty, source }: ApplicationGuide['verifiers' | 'referees'],
) => ({
  note,
  certainty,
  source: guide.sourceOf(source)?.title ?? source,
});

/** Who verifies and who refers: kept for oneself, held against the rules of the guidance. */
export function createRegistersService(ports: Ports, session: Session): Services['registers'] {
  const now = () => ports.clock.now().toISOString();
  const verifierOf = ({ store }: OpenPortfolio, id: Id): Verifier => {
    const verifier = store.get('verifiers', id);
    if (verifier === undefined) throw failure('NOT_FOUND', { what: 'verifier' });
    return verifier;
  };
  const refereeOf = ({ store }: OpenPortfolio, id: Id): Referee => {
    const referee = store.get('referees', id);
    if (referee === undefined) throw failure('NOT_FOUND', { what: 'referee' });
    return referee;
  };
  const change = (value: EvidenceItem): Change<PortfolioRecords> => ({
    collection: 'evidence',
    id: value.id,
    value,
  });
  const inTurn = async <T>(portfolioId: Id, work: (portfolio: OpenPortfolio) => Promise<T>) => {
    const portfolio = await session.portfolio(portfolioId);
    return portfolio.inTurn(() => work(portfolio));
  };
  const without = (item: EvidenceItem): EvidenceItem => {
    const { verifierId: _, ...rest } = item;
    return { ...rest, updatedAt: now() };
  };

  return {
    verifiers: async ({ portfolioId }) => {
      const { store, pack } = await session.portfolio(portfolioId);
      const guide = applicationGuideOf(pack);
      const items = [...store.all('evidence').values()];
      const verifiers = store.all('verifiers');
      const institutions = institutionsOf(items, verifiers.values(), guide);
      await breathe();
      return {
        verifiers: [...verifiers.values()].sort(byName),
        institutions: institutions.map(({ name, spellings, items: listed, verifiers: here }) => ({
          name,
          spellings,
          items: listed.map(({ item: { id, title, type, startedOn, verifierId }, verified }) => ({
            id,
            title,
            type,
            startedOn,
            verified,
            verifierId: verifierId ?? null,
          })),
          verifiers: here.map(({ id }) => id),
        })),
        warnings: warningsOf({
          institutions,
          items,
          verifiers,
          rule: guide.verifiers,
          likely: portfolioOf(store).targetDate,
        }),
        alike: spellingsToJoin(institutions.flatMap(({ spellings }) => spellings)),
        rule: ruleOf(guide, guide.verifiers),
      };
    },
    addVerifier: async ({ portfolioId, verifier }) =>
      inTurn(portfolioId, async ({ store }) => {
        const at = now();
        const value: Verifier = { ...verifier, id: ports.newId(), createdAt: at, updatedAt: at };
        await store.commit('verifier.add', [{ collection: 'verifiers', id: value.id, value }]);
        return value;
      }),
    updateVerifier: async ({ portfolioId, id, verifier }) =>
      inTurn(portfolioId, async (portfolio) => {
        const { createdAt } = verifierOf(portfolio, id);
        const value: Verifier = { ...verifier, id, createdAt, updatedAt: now() };
        await portfolio.store.commit('verifier.update', [{ collection: 'verifiers', id, value }]);
        return value;
      }),
    removeVerifier: async ({ portfolioId, id }) =>
      inTurn(portfolioId, async (portfolio) => {
        verifierOf(portfolio, id);
        const asked = [...portfolio.store.all('evidence').values()].filter((item) => item.verifierId === id);
        await portfolio.store.commit('verifier.remove', [
          { collection: 'verifiers', id, value: null },
          ...asked.map((item) => change(without(item))),
        ]);
        return {};
      }),
    ask: async ({ portfolioId, ids, verifierId }) =>
      inTurn(portfolioId, async (portfolio) => {
        if (verifierId !== null) verifierOf(portfolio, verifierId);
        const items = [...new Set(ids)].map((id) => {
          const item = portfolio.store.get('evidence', id);
          if (item === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
          return item;
        });
        const changes = items
          .filter((item) => (item.verifierId ?? null) !== verifierId)
          .map((item) =>
            change(verifierId === null ? without(item) : { ...item, verifierId, updatedAt: now() }),
          );
        if (changes.length > 0) await portfolio.store.commit('verifier.ask', changes);
        return {};
      }),
    joinPlaces: async ({ portfolioId, from, to }) =>
      inTurn(portfolioId, async ({ store }) => {
        const at = now();
        const items = [...store.all('evidence').values()].flatMap((item) => {
          const { place, verification } = item;
          const verified = verification?.institution === from;
          if (place !== from && !verified) return [];
          return [
            change({
              ...item,
              place: place === from ? to : place,
              verification: verified ? { ...verification, institution: to } : verification,
              updatedAt: at,
            }),
          ];
        });
        const verifiers = [...store.all('verifiers').values()]
          .filter(({ institution }) => institution === from)
          .map((value) => ({
            collection: 'verifiers' as const,
            id: value.id,
            value: { ...value, institution: to, updatedAt: at },
          }));
        const posts = [...store.all('posts').values()]
          .filter(({ institution }) => institution === from)
          .map((value) => ({
            collection: 'posts' as const,
            id: value.id,
            value: { ...value, institution: to, updatedAt: at },
          }));
        const changes = [...items, ...verifiers, ...posts];
        if (changes.length > 0) await store.commit('place.join', changes);
        return { changed: changes.length };
      }),
    referees: async ({ portfolioId }) => {
      const { store, pack } = await session.portfolio(portfolioId);
      const guide = applicationGuideOf(pack);
      const referees = [...store.all('referees').values()].sort(byName);
      return {
        referees,
        standing: refereeStanding(referees, guide.referees, portfolioOf(store).targetDate),
        rule: ruleOf(guide, guide.referees),
      };
    },
    addReferee: async ({ portfolioId, referee }) =>
      inTurn(portfolioId, async ({ store }) => {
        const at = now();
        const value: Referee = { ...referee, id: ports.newId(), createdAt: at, updatedAt: at };
        await store.commit('referee.add', [{ collection: 'referees', id: value.id, value }]);
        return value;
      }),
    updateReferee: async ({ portfolioId, id, referee }) =>
      inTurn(portfolioId, async (portfolio) => {
        const { createdAt } = refereeOf(portfolio, id);
        const value: Referee = { ...referee, id, createdAt, updatedAt: now() };
        await portfolio.store.commit('referee.update', [{ collection: 'referees', id, value }]);
        return value;
      }),
    removeReferee: async ({ portfolioId, id }) =>
      inTurn(portfolioId, async (portfolio) => {
        refereeOf(portfolio, id);
        await portfolio.store.commit('referee.remove', [{ collection: 'referees', id, value: null }]);
        return {};
      }),
  };
}

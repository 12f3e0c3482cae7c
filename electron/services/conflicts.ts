import type { Side } from '#shared/contract/conflicts.ts';
import { historyCollections } from '#shared/contract/history.ts';
import type { Services } from '#shared/contract/services.ts';
import { evidenceInputSchema, evidenceItemSchema } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { walkBack } from '#shared/domain/merge/ancestry.ts';
import { isSealed } from '#shared/domain/merge/sealed.ts';
import { refuseFaults } from './evidence-faults.ts';
import { followShelf } from './follow-shelf.ts';
import { titleOf } from './history/subjects.ts';
import type { RecordName } from './history/versions.ts';
import type { Seat } from './panel/seat.ts';
import { refuseOthersSheet } from './panel/secrecy.ts';
import type { Change, PortfolioRecords, PortfolioStore, Ports } from './ports.ts';
import { portfolioOf, type Session } from './session.ts';

const isReadable = (collection: string): collection is RecordName['collection'] =>
  historyCollections.some((known) => known === collection);

function headsOf(store: PortfolioStore, { collection, id }: RecordName) {
  const heads = store.heads(collection, id);
  if (heads.length < 2) throw failure('NOT_FOUND', { what: 'conflict' });
  return heads;
}

/** The nearest version all sides follow, if it is kept here. */
async function baseOf(store: PortfolioStore, name: RecordName, heads: readonly Sha256[]): Promise<unknown> {
  const known = await store.history.travel([name], 'heads');
  const parents = new Map(known.map((one) => [one.revision, one.parents]));
  const parentsOf = (revision: Sha256) => parents.get(revision) ?? [];
  const behind = (revision: Sha256) => {
    const seen = new Set<Sha256>();
    walkBack([revision], parentsOf, seen);
    return seen;
  };
  const all = heads.map(behind);
  const common = known
    .map(({ revision }) => revision)
    .filter((revision) => all.every((seen) => seen.has(revision)));
  // Ancestors come before what follows them: the last common one is a nearest.
  const nearest = common.at(-1);
  return nearest === undefined ? undefined : store.history.value(nearest);
}

function titleOfHeads(
  store: PortfolioStore,
  { collection, id }: RecordName,
  heads: readonly { readonly value: unknown }[],
): string {
  // A place in a submission is called by the item it is of.
  if (collection === 'placements') return titleOf('evidence', store.get('evidence', id));
  return titleOf(collection, heads.find(({ value }) => value !== null)?.value);
}

async function sidesOf(store: PortfolioStore, name: RecordName): Promise<readonly Side[]> {
  const heads = headsOf(store, name);
  const versions = await store.history.versions(name.collection, name.id);
  return heads.map(({ revision, value }, at) => ({
    revision,
    value,
    by: versions.find((version) => version.revision === revision)?.by ?? null,
    shown: at === 0,
    sealed: isSealed(name.collection, value),
  }));
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one));

export function createConflictsService(ports: Ports, session: Session, seat: Seat): Services['conflicts'] {
  return {
    list: async ({ portfolioId }) => {
      const { store } = await session.portfolio(portfolioId);
      return store.conflicts().flatMap(({ collection, id }) => {
        if (!isReadable(collection)) return [];
        const heads = store.heads(collection, id);
        return [
          { collection, id, title: titleOfHeads(store, { collection, id }, heads), sides: heads.length },
        ];
      });
    },
    get: async ({ portfolioId, ...name }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { store } = portfolio;
      refuseOthersSheet(ports, seat, portfolio, name);
      const heads = headsOf(store, name);
      const base = await baseOf(
        store,
        name,
        heads.map(({ revision }) => revision),
      );
      return {
        title: titleOfHeads(store, name, heads),
        sides: await sidesOf(store, name),
        base: base ?? null,
        hasBase: base !== undefined,
      };
    },
    settle: async ({ portfolioId, collection, id, sides, decision }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { store, inTurn } = portfolio;
      return inTurn(async () => {
        refuseOthersSheet(ports, seat, portfolio, { collection, id });
        const heads = headsOf(store, { collection, id });
        const revisions = heads.map(({ revision }) => revision);
        if (!sameSet(revisions, sides)) throw failure('CHANGED_SINCE', { count: 1 });
        const chosen =
          decision.kind === 'choose' ? heads.find((head) => head.revision === decision.revision) : undefined;
        if (decision.kind === 'choose' && chosen === undefined)
          throw failure('NOT_FOUND', { what: 'version' });
        // Nothing takes the place of what somebody signed but that itself.
        if (heads.some(({ value }) => isSealed(collection, value)) && !isSealed(collection, chosen?.value)) {
          throw failure('NOT_UNDOABLE', { why: 'sealed' });
        }
        let value: unknown = chosen?.value ?? null;
        if (decision.kind === 'combine') {
          value = decision.value;
          if (collection === 'evidence') {
            const item = evidenceItemSchema.safeParse(value);
            if (!item.success || item.data.id !== id)
              throw failure('INVALID', { issues: [{ path: ['decision', 'value'], code: 'invalid' }] });
            const { id: _id, createdAt: _c, updatedAt: _u, trashedAt: _t, ...input } = item.data;
            await refuseFaults(portfolio, evidenceInputSchema.parse(input), ['decision', 'value']);
            value = { ...item.data, updatedAt: ports.clock.now().toISOString() };
          }
        }
        // The store validates it against its collection before anything is written.
        const change = { collection, id, value, settles: true } as Change<PortfolioRecords>;
        await store.commit('conflict.settle', [change]);
        if (collection === 'portfolio') await followShelf(session.vault(), portfolioOf(store));
        return {};
      });
    },
  };
}

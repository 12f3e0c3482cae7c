import type { Services } from '#shared/contract/services.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { matchOpportunities } from '#shared/domain/supervision/match-opportunities.ts';
import type { Opportunity, OpportunityInput } from '#shared/domain/supervision/opportunity.ts';
import {
  offerKey,
  opportunitiesJson,
  opportunitiesTable,
} from '#shared/domain/supervision/opportunity-files.ts';
import type { TrackedAction } from '#shared/domain/supervision/tracked-action.ts';
import type { Ports } from '../ports.ts';
import { portfolioOf, type Session } from '../session.ts';
import { readOpportunityFile } from './read-file.ts';

const collection = 'opportunities';

const mostOnce = 2000;
const mediaTypes = { csv: 'text/csv', json: 'application/json' } as const;

async function* textBytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

export function createOpportunitiesService(ports: Ports, session: Session): Services['opportunities'] {
  const today = () => ports.clock.today();
  const now = () => ports.clock.now().toISOString();
  const all = (): readonly Opportunity[] => {
    const past = ({ closed, until }: Opportunity) => closed || (until !== null && until < today());
    return [...session.vault().profile.all(collection).values()].sort(
      (a, b) =>
        Number(past(a)) - Number(past(b)) ||
        a.title.localeCompare(b.title, 'en-GB') ||
        a.id.localeCompare(b.id),
    );
  };
  const found = (id: Id): Opportunity => {
    const one = session.vault().profile.get(collection, id);
    if (one === undefined) throw failure('NOT_FOUND', { what: 'opportunity' });
    return one;
  };
  const fresh = (input: OpportunityInput): Opportunity => {
    const at = now();
    return { ...input, id: ports.newId(), createdAt: at, updatedAt: at };
  };
  const known = () => new Set(all().map(offerKey));

  return {
    list: async () => all(),
    add: async ({ opportunity }) => {
      const value = fresh(opportunity);
      await session.vault().profile.commit('opportunity.add', [{ collection, id: value.id, value }]);
      return value;
    },
    change: ({ id, opportunity }) =>
      session.inTurn(async () => {
        const value: Opportunity = { ...found(id), ...opportunity, updatedAt: now() };
        await session.vault().profile.commit('opportunity.change', [{ collection, id, value }]);
        return value;
      }),
    remove: ({ id }) =>
      session.inTurn(async () => {
        found(id);
        await session.vault().profile.commit('opportunity.remove', [{ collection, id, value: null }]);
        return {};
      }),
    exportList: async ({ form }) => {
      const list = all();
      const text = form === 'json' ? opportunitiesJson(list) : ports.openFiles.csv(opportunitiesTable(list));
      const name = `Opportunities ${today()}.${form}`;
      const kept = await ports.outbox.keep({ name, mediaType: mediaTypes[form], bytes: textBytes(text) });
      return { fileId: kept.id, name, size: kept.size };
    },
    preview: async ({ file }) => {
      session.vault();
      const rows = await readOpportunityFile(ports, file);
      const here = known();
      return {
        rows: rows.map(({ row, title, value, issues }) => ({
          row,
          title,
          issues,
          known: value !== null && here.has(offerKey(value)),
        })),
      };
    },
    takeIn: async ({ file }) => {
      session.vault();
      const rows = await readOpportunityFile(ports, file);
      const added = await session.inTurn(async () => {
        const here = known();
        const values = rows.flatMap(({ value }) => {
          if (value === null || here.has(offerKey(value))) return [];
          here.add(offerKey(value));
          return [fresh(value)];
        });
        const kept = values.slice(0, mostOnce);
        if (kept.length > 0)
          await session.vault().profile.commit(
            'opportunity.take-in',
            kept.map((value) => ({ collection, id: value.id, value })),
          );
        return kept.length;
      });
      await ports.uploads.drop(file.uploadId);
      return { added };
    },
    forDoctor: async ({ portfolioId }) => {
      const { store, pack, coverage } = await session.portfolio(portfolioId);
      const taken = new Set(
        [...store.all('actions').values()].flatMap(({ origin: { kind, id } }) =>
          kind === 'opportunity' && id !== null ? [id] : [],
        ),
      );
      return matchOpportunities(all(), pack, coverage().map(today()), today()).map((match) => ({
        ...match,
        taken: taken.has(match.opportunity.id),
      }));
    },
    takeUp: async ({ portfolioId, id, dueOn }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { store, pack, coverage } = portfolio;
      const opportunity = found(id);
      const { title, what, place, types } = opportunity;
      const [match] = matchOpportunities([opportunity], pack, coverage().map(today()), today());
      const [reason] = match?.reasons ?? [];
      const [type] = reason?.types ?? types;
      return portfolio.inTurn(async () => {
        const at = now();
        const measure = reason?.title ?? what.split('\n')[0] ?? '';
        const action: TrackedAction = {
          id: ports.newId(),
          what: cut(place === '' ? title : `${title} (${place})`, 400),
          measure: cut(measure === '' ? title : measure, 400),
          owner: portfolioOf(store).doctor.name,
          dueOn,
          capability: reason?.capability ?? null,
          status: 'open',
          origin: { kind: 'opportunity', id },
          ...(type === undefined ? {} : { leadsTo: type }),
          carriedOver: [],
          progress: [],
          reopened: [],
          evidence: [],
          closedOn: null,
          closingNote: '',
          statusAt: null,
          createdAt: at,
          updatedAt: at,
        };
        await store.commit('opportunity.take-up', [{ collection: 'actions', id: action.id, value: action }]);
        return { action: action.id };
      });
    },
    beginEvidence: async ({ portfolioId, action: id }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { store, pack } = portfolio;
      return portfolio.inTurn(async () => {
        const action = store.get('actions', id);
        if (action === undefined) throw failure('NOT_FOUND', { what: 'action' });
        const { capability } = action;
        const isHere = pack.capabilities.some(({ code }) => code === capability);
        const at = now();
        const item: EvidenceItem = {
          id: ports.newId(),
          type: action.leadsTo ?? 'unsorted',
          title: cut(action.what, 200),
          startedOn: today(),
          endedOn: null,
          place: '',
          role: '',
          reflection: '',
          hours: null,
          details: {},
          attachments: [],
          links: capability === null || !isHere ? [] : [{ capability, pages: '', note: '' }],
          verification: null,
          draft: true,
          createdAt: at,
          updatedAt: at,
          trashedAt: null,
        };
        await store.commit('evidence.create', [{ collection: 'evidence', id: item.id, value: item }]);
        return { item: item.id };
      });
    },
  };
}

import type { Services } from '#shared/contract/services.ts';
import type { EvidenceInput, EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { linksWithoutPrivateQuotes } from '#shared/domain/passages/passages.ts';
import { changeMany } from './change-many.ts';
import { refuseFaults } from './evidence-faults.ts';
import { exportItems, itemsToExport } from './export-items.ts';
import { moveItems, planMove } from './moves/move-items.ts';
import type { Ports } from './ports.ts';
import type { OpenPortfolio, Session } from './session.ts';
import { tagsInUse } from './tags-in-use.ts';
import { whereUsed } from './where-used.ts';

const largestBulk = 10_000;

const found = (portfolio: OpenPortfolio, id: Id): EvidenceItem => {
  const item = portfolio.store.get('evidence', id);
  if (item === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
  return item;
};

/** The files of an item as they are said to be, each with the redacted copy it has by now. */
const withRedactedCopies = (
  { attachments }: EvidenceInput,
  before: EvidenceItem,
): EvidenceItem['attachments'] =>
  attachments.map((file) => {
    const redacted = before.attachments.find(({ hash }) => hash === file.hash)?.redacted;
    return redacted === undefined ? file : { ...file, redacted };
  });

export function createEvidenceService(ports: Ports, session: Session): Services['evidence'] {
  const now = () => ports.clock.now().toISOString();
  const save = async (
    portfolio: OpenPortfolio,
    action: string,
    item: EvidenceItem,
  ): Promise<EvidenceItem> => {
    await portfolio.store.commit(action, [{ collection: 'evidence', id: item.id, value: item }]);
    return item;
  };

  return {
    list: async ({ portfolioId, filter, sort, offset, limit, group }) => {
      const { evidence, identifiers, store } = await session.portfolio(portfolioId);
      // What the answer depends on is worked out first; of the rest only what is shown.
      if (sort.by === 'identifiers' || filter.text.includes('identifiers'))
        await identifiers.settle(store.all('evidence').keys());
      const page = evidence.page(filter, sort, offset, limit, group);
      const waiting = page.rows.filter((row) => row.identifiers === null).map(({ id }) => id);
      if (waiting.length === 0) return page;
      await identifiers.settle(waiting);
      return evidence.page(filter, sort, offset, limit, group);
    },
    get: async ({ portfolioId, id }) => found(await session.portfolio(portfolioId), id),
    tags: async ({ portfolioId }) => ({
      tags: tagsInUse((await session.portfolio(portfolioId)).store.all('evidence').values()),
    }),
    whereUsed: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return whereUsed(session, portfolio, portfolioId, found(portfolio, id));
    },
    create: async ({ portfolioId, item }) => {
      const portfolio = await session.portfolio(portfolioId);
      await refuseFaults(portfolio, item);
      const at = now();
      return save(portfolio, 'evidence.create', {
        ...item,
        links: linksWithoutPrivateQuotes(item),
        id: ports.newId(),
        createdAt: at,
        updatedAt: at,
        trashedAt: null,
      });
    },
    update: async ({ portfolioId, id, item }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const before = found(portfolio, id);
        await refuseFaults(portfolio, item, ['item'], before.links);
        const { createdAt, trashedAt, anonymised } = before;
        // Marked, and redacted, by procedures of their own: a form that was open meanwhile knows nothing of it.
        const whole = { ...item, attachments: withRedactedCopies(item, before) };
        const { anonymised: _form, ...said } = {
          ...whole,
          links: linksWithoutPrivateQuotes(whole, before.links),
        };
        const kept = anonymised === undefined ? said : { ...said, anonymised };
        // Not spread over what was: an answer that is absent was taken away.
        return save(portfolio, 'evidence.update', { ...kept, id, createdAt, updatedAt: now(), trashedAt });
      });
    },
    trash: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const before = found(portfolio, id);
        return before.trashedAt === null
          ? save(portfolio, 'evidence.trash', { ...before, trashedAt: now() })
          : before;
      });
    },
    restore: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () =>
        save(portfolio, 'evidence.restore', { ...found(portfolio, id), trashedAt: null }),
      );
    },
    ids: async ({ portfolioId, filter, sort }) => {
      const { evidence } = await session.portfolio(portfolioId);
      return { ids: evidence.ids(filter, sort).slice(0, largestBulk) };
    },
    changeMany: async ({ portfolioId, ids, change }) =>
      changeMany(ports, session, await session.portfolio(portfolioId), ids, change),
    exportMany: async ({ portfolioId, ...asked }) => {
      const portfolio = await session.portfolio(portfolioId);
      const items = itemsToExport(portfolio, asked.ids);
      const jobId = session.jobs.start('export-items', (tools) =>
        exportItems(ports, portfolio, items, asked, tools),
      );
      return { jobId };
    },
    planMove: async ({ portfolioId, ids, to }) => planMove(session, portfolioId, to, ids),
    moveTo: async ({ portfolioId, ids, to }) => moveItems(ports, session, { from: portfolioId, to, ids }),
  };
}

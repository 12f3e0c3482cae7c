import type { Services } from '#shared/contract/services.ts';
import type { EvidenceInput, EvidenceItem } from '#shared/domain/evidence.ts';
import { checkDetails } from '#shared/domain/evidence-fields.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Ports } from './ports.ts';
import type { OpenPortfolio, Session } from './session.ts';

const found = (portfolio: OpenPortfolio, id: Id): EvidenceItem => {
  const item = portfolio.store.get('evidence', id);
  if (item === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
  return item;
};

/** What the schema alone cannot see: the type's own fields, capabilities of this pack, files that are really kept. */
async function refuseFaults({ pack, store }: OpenPortfolio, item: EvidenceInput): Promise<void> {
  const codes = new Set(pack.capabilities.map((capability) => capability.code));
  const issues: Issue[] = checkDetails(item.type, item.details).map((issue) => ({
    ...issue,
    path: ['item', ...issue.path],
  }));
  item.links.forEach((link, index) => {
    if (!codes.has(link.capability))
      issues.push({ path: ['item', 'links', index, 'capability'], code: 'unknown-capability' });
    if (item.links.findIndex((other) => other.capability === link.capability) !== index) {
      issues.push({ path: ['item', 'links', index, 'capability'], code: 'linked-twice' });
    }
  });
  const kept = await Promise.all(item.attachments.map((attachment) => store.blobs.has(attachment.hash)));
  kept.forEach((isKept, index) => {
    if (!isKept) issues.push({ path: ['item', 'attachments', index], code: 'file-missing' });
  });
  if (issues.length > 0) throw failure('INVALID', { issues });
}

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
    list: async ({ portfolioId, filter, sort, offset, limit }) =>
      (await session.portfolio(portfolioId)).evidence.page(filter, sort, offset, limit),
    get: async ({ portfolioId, id }) => found(await session.portfolio(portfolioId), id),
    create: async ({ portfolioId, item }) => {
      const portfolio = await session.portfolio(portfolioId);
      await refuseFaults(portfolio, item);
      const at = now();
      return save(portfolio, 'evidence.create', {
        ...item,
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
        await refuseFaults(portfolio, item);
        return save(portfolio, 'evidence.update', { ...before, ...item, updatedAt: now() });
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
  };
}

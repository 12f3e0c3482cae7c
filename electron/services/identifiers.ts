import type { Services } from '#shared/contract/services.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import { sharedHashesOf } from '#shared/domain/identifiers/anonymisation.ts';
import { dismissalKey } from '#shared/domain/identifiers/dismissal.ts';
import type { FileCheck } from '#shared/domain/identifiers/file-check.ts';
import { summaryOf } from '#shared/domain/identifiers/summary.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import { dismissalsOf } from './identifiers/dismissals.ts';
import { checkFile, type FileToCheck } from './identifiers/file-check.ts';
import { lookThrough } from './identifiers/look-through.ts';
import { itemOf, markAnonymised, withdrawAnonymised } from './identifiers/mark.ts';
import { fileStandingOf, holdsFile, standingOf } from './identifiers/standing.ts';
import type { JobTools } from './jobs.ts';
import type { Ports } from './ports.ts';
import type { OpenPortfolio, Session } from './session.ts';
import { changeSettings, identifierSettingsOf } from './settings.ts';

/** One file of an item, original or copy. Fails with NOT_FOUND. */
function fileOf({ attachments }: EvidenceItem, file: Sha256): FileToCheck {
  for (const { hash, name, redacted } of attachments) {
    if (hash === file) return { hash, name, isCopy: false };
    if (redacted?.hash === file) return { hash: file, name: redacted.name, isCopy: true };
  }
  throw failure('NOT_FOUND', { what: 'file' });
}

/** The identifier check of attached files and texts, what was decided on its hits, and the mark `anonymised`. */
export function createIdentifiersService(ports: Ports, session: Session): Services['identifiers'] {
  const standing = async ({ identifiers }: OpenPortfolio, item: EvidenceItem) => {
    const options = identifiers.optionsOf(item);
    const checks = new Map<Sha256, FileCheck>();
    for (const file of sharedHashesOf(item)) {
      const check = await identifiers.checks.full(file, options);
      if (check !== undefined) checks.set(file, check);
    }
    return standingOf(ports.hash, checks, dismissalsOf(session.vault()), item, options);
  };

  /** Those asked for, or all that may be sent. */
  const chosen = ({ store }: OpenPortfolio, ids: readonly Id[] | null): readonly EvidenceItem[] =>
    ids === null
      ? [...store.all('evidence').values()].filter(({ trashedAt }) => trashedAt === null)
      : ids.flatMap((id) => store.get('evidence', id) ?? []);

  const standings = async ({ identifiers }: OpenPortfolio, items: readonly EvidenceItem[]) => {
    await identifiers.settle(items.map(({ id }) => id));
    return items.map((item) => [item, identifiers.of(item.id)] as const);
  };

  return {
    check: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      const asked = itemOf(portfolio, id);
      return {
        jobId: session.jobs.start('identifiers', async (tools) => {
          await lookThrough(ports, portfolio, [asked], tools, true);
          return standing(portfolio, itemOf(portfolio, id));
        }),
      };
    },
    checkFile: async ({ portfolioId, id, file: hash }) => {
      const portfolio = await session.portfolio(portfolioId);
      const item = itemOf(portfolio, id);
      const file = fileOf(item, hash);
      const { store, identifiers } = portfolio;
      const options = identifiers.optionsOf(item);
      const look = async ({ signal, progress }: JobTools) => {
        const known = await identifiers.checks.full(hash, options);
        if (known !== undefined) return known;
        const check = await checkFile(ports.documents, store, file, options, {
          signal,
          progress: (done, total) => progress('checking-pages', done, total),
        });
        if (check === undefined) throw failure('NOT_FOUND', { what: 'file' });
        await identifiers.checks.note(hash, options, check);
        identifiers.checked(hash);
        return check;
      };
      const jobId = session.jobs.start('identifiers', async (tools) =>
        fileStandingOf(ports.hash, dismissalsOf(session.vault()), item, file, await look(tools)),
      );
      return { jobId };
    },
    checkMany: async ({ portfolioId, ids }) => {
      const portfolio = await session.portfolio(portfolioId);
      return {
        jobId: session.jobs.start('identifiers', async (tools) => {
          await lookThrough(ports, portfolio, chosen(portfolio, ids), tools);
          return summaryOf(await standings(portfolio, chosen(portfolio, ids)));
        }),
      };
    },
    standing: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return standing(portfolio, itemOf(portfolio, id));
    },
    rows: async ({ portfolioId, ids }) => {
      const portfolio = await session.portfolio(portfolioId);
      return (await standings(portfolio, chosen(portfolio, ids))).map(([{ id }, known]) => ({
        id,
        state: known?.state ?? 'unchecked',
        open: known?.open ?? 0,
      }));
    },
    summary: async ({ portfolioId, ids }) => {
      const portfolio = await session.portfolio(portfolioId);
      const items = chosen(portfolio, ids);
      return summaryOf(
        await standings(portfolio, ids === null ? items.filter(({ draft }) => draft !== true) : items),
      );
    },
    dismiss: async ({ portfolioId, id, hit, reason }) => {
      const portfolio = await session.portfolio(portfolioId);
      const item = itemOf(portfolio, id);
      if (!holdsFile(item, hit.file)) throw failure('NOT_FOUND', { what: 'file' });
      await session.inTurn(async () => {
        const dismissal = {
          ...hit,
          id: ports.newId(),
          itemId: id,
          reason,
          by: session.profile()?.name ?? '',
          at: ports.clock.now().toISOString(),
        };
        await session
          .vault()
          .profile.commit('identifiers.dismiss', [
            { collection: 'dismissals', id: dismissal.id, value: dismissal },
          ]);
      });
      return standing(portfolio, item);
    },
    reopen: async ({ portfolioId, id, hit }) => {
      const portfolio = await session.portfolio(portfolioId);
      const item = itemOf(portfolio, id);
      await session.inTurn(async () => {
        const { profile } = session.vault();
        const key = dismissalKey(id, hit);
        const gone = [...profile.all('dismissals').values()].filter(
          (one) => dismissalKey(one.itemId, one) === key,
        );
        if (gone.length === 0) return;
        await profile.commit(
          'identifiers.reopen',
          gone.map((one) => ({ collection: 'dismissals', id: one.id, value: null })),
        );
      });
      return standing(portfolio, item);
    },
    markAnonymised: async ({ portfolioId, id, by, on, institution }) => {
      const portfolio = await session.portfolio(portfolioId);
      return markAnonymised(ports, portfolio, id, { by, on, institution }, async (item) => {
        const { files, open } = await standing(portfolio, item);
        return files.some(({ state }) => state === 'unchecked') ? null : open;
      });
    },
    withdrawAnonymised: async ({ portfolioId, id }) =>
      withdrawAnonymised(ports, await session.portfolio(portfolioId), id),
    settings: async () => identifierSettingsOf(session.vault()),
    changeSettings: async (identifiers) => {
      await changeSettings(session, 'settings.identifiers', { identifiers });
      return identifierSettingsOf(session.vault());
    },
  };
}

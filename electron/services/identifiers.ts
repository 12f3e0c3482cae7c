import type { Services } from '#shared/contract/services.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import { sharedFileOf } from '#shared/domain/identifiers/anonymisation.ts';
import { dismissalKey } from '#shared/domain/identifiers/dismissal.ts';
import type { IdentifierOptions } from '#shared/domain/identifiers/types.ts';
import type { Id } from '#shared/domain/ids.ts';
import { checkFile } from './identifiers/file-check.ts';
import { createKnownChecks } from './identifiers/known-checks.ts';
import { itemOf, markAnonymised, withdrawAnonymised } from './identifiers/mark.ts';
import { dismissalsOf, holdsFile, optionsOf, standingOf } from './identifiers/standing.ts';
import { summaryOf } from './identifiers/summary.ts';
import { type JobTools, stopIfCancelled } from './jobs.ts';
import type { Ports } from './ports.ts';
import type { OpenPortfolio, Session } from './session.ts';
import { changeSettings, identifierSettingsOf } from './settings.ts';

type Asked = { readonly item: EvidenceItem; readonly options: IdentifierOptions };

/** The identifier check of attached files and texts, what was decided on its hits, and the mark `anonymised`. */
export function createIdentifiersService(ports: Ports, session: Session): Services['identifiers'] {
  const known = createKnownChecks();
  session.whenClosed(known.forget);

  const standing = (portfolio: OpenPortfolio, item: EvidenceItem) =>
    standingOf(ports, known, dismissalsOf(session), item, optionsOf(session, portfolio, item));

  /** Those asked for, or all that may be sent. */
  const chosen = ({ store }: OpenPortfolio, ids: readonly Id[] | null): readonly EvidenceItem[] =>
    ids === null
      ? [...store.all('evidence').values()].filter(({ trashedAt }) => trashedAt === null)
      : ids.flatMap((id) => store.get('evidence', id) ?? []);

  const standings = (portfolio: OpenPortfolio, items: readonly EvidenceItem[]) => {
    const dismissals = dismissalsOf(session);
    return items.map(
      (item) =>
        [item, standingOf(ports, known, dismissals, item, optionsOf(session, portfolio, item))] as const,
    );
  };

  /** Looks into every file of these items that was not looked into yet; each once. */
  const lookThrough = async (
    portfolio: OpenPortfolio,
    items: readonly Asked[],
    { progress, signal }: JobTools,
  ) => {
    const waiting = items.flatMap(({ item, options }) =>
      item.attachments.map((attachment) => ({ file: sharedFileOf(attachment), options })),
    );
    for (const [done, { file, options }] of waiting.entries()) {
      progress('checking', done, waiting.length);
      stopIfCancelled(signal);
      if (known.of(file.hash, options) !== undefined) continue;
      const check = await checkFile(ports.documents, portfolio.store.blobs, file, options, signal);
      // It may come back, by a merge or a restore.
      if (check.state !== 'not-kept') known.note(file.hash, options, check);
    }
    progress('checking', waiting.length, waiting.length);
  };

  return {
    check: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      const asked = itemOf(portfolio, id);
      return {
        jobId: session.jobs.start('identifiers', async (tools) => {
          await lookThrough(
            portfolio,
            [{ item: asked, options: optionsOf(session, portfolio, asked) }],
            tools,
          );
          return standing(portfolio, itemOf(portfolio, id));
        }),
      };
    },
    checkMany: async ({ portfolioId, ids }) => {
      const portfolio = await session.portfolio(portfolioId);
      return {
        jobId: session.jobs.start('identifiers', async (tools) => {
          const items = chosen(portfolio, ids);
          const asked = items.map((item) => ({ item, options: optionsOf(session, portfolio, item) }));
          await lookThrough(portfolio, asked, tools);
          return summaryOf(standings(portfolio, chosen(portfolio, ids)));
        }),
      };
    },
    standing: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return standing(portfolio, itemOf(portfolio, id));
    },
    rows: async ({ portfolioId, ids }) => {
      const portfolio = await session.portfolio(portfolioId);
      return standings(portfolio, chosen(portfolio, ids)).map(([{ id }, { state, open }]) => ({
        id,
        state,
        open,
      }));
    },
    summary: async ({ portfolioId, ids }) => {
      const portfolio = await session.portfolio(portfolioId);
      const items = chosen(portfolio, ids);
      return summaryOf(
        standings(portfolio, ids === null ? items.filter(({ draft }) => draft !== true) : items),
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
      return markAnonymised(ports, portfolio, id, { by, on, institution }, (item) => {
        const { files, open } = standing(portfolio, item);
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

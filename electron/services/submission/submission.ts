import type { Services } from '#shared/contract/services.ts';
import type { SetKind, SubmissionWritten } from '#shared/contract/submission.ts';
import type { Id } from '#shared/domain/ids.ts';
import { safeName } from '#shared/domain/safe-names.ts';
import type { Ports } from '../ports.ts';
import { portfolioOf, type Session } from '../session.ts';
import { orderItem, placeItems } from './place.ts';
import { planOf } from './plan-of.ts';
import { printOf } from './print.ts';
import { recommendationsPart } from './recommendations.ts';
import { type SetReport, setFiles } from './set-files.ts';

const names: Record<SetKind, string> = {
  application: 'Submission set',
  answer: 'Review answer',
};

/** Handing over: the set for an application, and the one that answers a refusal. */
export function createSubmissionService(ports: Ports, session: Session): Services['submission'] {
  const planned = async (portfolioId: Id, set: SetKind) =>
    planOf(await session.portfolio(portfolioId), set, ports.clock.today());

  return {
    ...recommendationsPart(ports, session),
    plan: ({ portfolioId, set }) => planned(portfolioId, set),
    print: async ({ portfolioId, ...asked }) => printOf(ports, await session.portfolio(portfolioId), asked),
    place: async ({ portfolioId, ids, change }) => {
      await placeItems(ports, await session.portfolio(portfolioId), ids, change);
      return {};
    },
    order: async ({ portfolioId, set, id, before }) => {
      const portfolio = await session.portfolio(portfolioId);
      await orderItem(ports, portfolio, () => planned(portfolioId, set), id, before);
      return {};
    },
    write: async ({ portfolioId, set, join }) => {
      const portfolio = await session.portfolio(portfolioId);
      const jobId = session.jobs.start('submission', async (tools) => {
        const plan = await planned(portfolioId, set);
        const on = ports.clock.today();
        const report: SetReport = { files: 0, pages: 0, beside: [] };
        const { doctor } = portfolioOf(portfolio.store);
        const name = safeName(`${names[set]} ${doctor.name} ${on}.zip`, `${names[set]}.zip`);
        const files = setFiles(ports, portfolio, { set, plan, join, on }, report, tools);
        // The day's noon, not the moment: the same set on the same day is the same file.
        const bytes = ports.openFiles.zip(files, new Date(`${on}T12:00:00`));
        const { id, size } = await ports.outbox.keep({ name, mediaType: 'application/zip', bytes });
        return {
          fileId: id,
          name,
          size,
          ...report,
          problems: plan.problems.length,
        } satisfies SubmissionWritten;
      });
      return { jobId };
    },
  };
}

import type { Services } from '#shared/contract/services.ts';
import type { ShownReport } from '#shared/contract/supervisor-reports.ts';
import { type IsoDate, yearsBefore } from '#shared/domain/dates.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { isSamePerson } from '#shared/domain/signature-places.ts';
import { factChanges } from '#shared/domain/supervision/fact-changes.ts';
import { reportAge } from '#shared/domain/supervision/report-age.ts';
import { withChange } from '#shared/domain/supervision/report-change.ts';
import { missingBeforeSealing } from '#shared/domain/supervision/report-missing.ts';
import type { SupervisorReport } from '#shared/domain/supervision/supervisor-report.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { changeSettings } from '../settings.ts';
import { factsOf } from './facts.ts';
import { reportRuleOf } from './rule.ts';
import { sealReport } from './seal-report.ts';

const collection = 'supervisorReports';
type At = { readonly portfolioId: Id; readonly id: Id };

const invalid = (path: readonly string[], code: string) =>
  failure('INVALID', { issues: [{ path: [...path], code }] });

const newestReport = (a: SupervisorReport, b: SupervisorReport) =>
  b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id);

/** A review's period as far as it is over: the report is written before the panel meets. */
const upToToday = ({ from, to }: SupervisorReport['period'], now: IsoDate): SupervisorReport['period'] => ({
  from,
  to: to > now && from <= now ? now : to,
});

export function createSupervisorReportsService(
  ports: Ports,
  session: Session,
): Services['supervisorReports'] {
  const today = () => ports.clock.today();
  const found = ({ store }: OpenPortfolio, id: Id): SupervisorReport => {
    const report = store.get(collection, id);
    if (report === undefined) throw failure('NOT_FOUND', { what: 'report' });
    return report;
  };
  const draft = (portfolio: OpenPortfolio, id: Id): SupervisorReport => {
    const report = found(portfolio, id);
    if (report.state !== 'draft') throw failure('REPORT_STATE', { state: report.state });
    return report;
  };

  const shown = ({ store }: OpenPortfolio, report: SupervisorReport): ShownReport => {
    const { months } = reportRuleOf(session.vault());
    const reviewOn = report.review === null ? null : (store.get('reviews', report.review)?.heldOn ?? null);
    const next = [...store.all(collection).values()].find(
      ({ state, follows }) => state === 'sealed' && follows?.report === report.id,
    );
    return {
      report,
      reviewOn,
      age:
        report.sealedOn === null
          ? null
          : { ...reportAge(report.sealedOn, reviewOn ?? today(), months), months },
      followedBy: next?.id ?? null,
      missing: report.state === 'draft' ? missingBeforeSealing(report, today()) : [],
    };
  };
  const changesIn = (portfolio: OpenPortfolio, report: SupervisorReport) =>
    report.state === 'draft' ? factChanges(report.facts, factsOf(portfolio, report, today())) : [];

  /** Changes a draft; what is sealed is immutable. */
  const change = async (
    { portfolioId, id }: At,
    action: string,
    edit: (report: SupervisorReport, portfolio: OpenPortfolio) => SupervisorReport,
  ) => {
    const portfolio = await session.portfolio(portfolioId);
    return portfolio.inTurn(async () => {
      const before = draft(portfolio, id);
      const after = { ...edit(before, portfolio), updatedAt: ports.clock.now().toISOString() };
      await portfolio.store.commit(action, [{ collection, id, value: after }]);
      return { portfolio, before, report: found(portfolio, id) };
    });
  };

  /** A report by the doctor about themselves would be no supervisor's. */
  const authorOf = ({ store }: OpenPortfolio, given: SupervisorReport['author'] | null) => {
    const owner = session.profile();
    const author = given ?? { name: owner?.name ?? '', gmcNumber: owner?.gmcNumber ?? null, role: '' };
    if (isSamePerson(portfolioOf(store).doctor, author)) throw invalid(['author', 'name'], 'own-report');
    return author;
  };
  const reviewOf = ({ store }: OpenPortfolio, id: Id | null) => {
    const review = id === null ? undefined : store.get('reviews', id);
    if (id !== null && review === undefined) throw failure('NOT_FOUND', { what: 'review' });
    return review;
  };

  return {
    list: async ({ portfolioId }) => {
      const portfolio = await session.portfolio(portfolioId);
      return [...portfolio.store.all(collection).values()]
        .sort(newestReport)
        .map((report) => shown(portfolio, report));
    },
    get: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      const report = found(portfolio, id);
      return { ...shown(portfolio, report), changes: changesIn(portfolio, report) };
    },
    begin: async ({ portfolioId, review, period: given, author: by }) => {
      const portfolio = await session.portfolio(portfolioId);
      const author = authorOf(portfolio, by);
      const year = { from: yearsBefore(today(), 1), to: today() };
      const planned = reviewOf(portfolio, review)?.period;
      const period = given ?? (planned === undefined ? year : upToToday(planned, today()));
      const at = ports.clock.now().toISOString();
      const report: SupervisorReport = {
        id: ports.newId(),
        author,
        review,
        period,
        facts: factsOf(portfolio, { period, author, review }, today()),
        capabilities: [],
        domains: [],
        strengths: '',
        development: '',
        examples: [],
        recommendation: null,
        recommendationReason: '',
        state: 'draft',
        sealedOn: null,
        sealed: null,
        follows: null,
        createdAt: at,
        updatedAt: at,
      };
      await portfolio.store.commit('supervisor-report.begin', [{ collection, id: report.id, value: report }]);
      return shown(portfolio, report);
    },
    save: async ({ change: written, ...at }) => {
      const { portfolio, report } = await change(at, 'supervisor-report.write', (before, { store }) => {
        if (written.review !== undefined && written.review !== null && !store.get('reviews', written.review))
          throw failure('NOT_FOUND', { what: 'review' });
        const known = new Set(before.facts.capabilities.map(({ code }) => code));
        if (written.capabilities?.some(({ code }) => !known.has(code)) === true)
          throw invalid(['change', 'capabilities'], 'unknown-capability');
        const domains = new Set(before.facts.domains.map(({ id }) => id));
        if (written.domains?.some(({ id }) => !domains.has(id)) === true)
          throw invalid(['change', 'domains'], 'unknown-domain');
        return withChange(before, written);
      });
      return shown(portfolio, report);
    },
    refresh: async (at) => {
      const { portfolio, before, report } = await change(at, 'supervisor-report.refresh', (one, where) => ({
        ...one,
        facts: factsOf(where, one, today()),
      }));
      return { ...shown(portfolio, report), changes: factChanges(before.facts, report.facts) };
    },
    remove: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      await portfolio.inTurn(async () => {
        draft(portfolio, id);
        await portfolio.store.commit('supervisor-report.remove', [{ collection, id, value: null }]);
      });
      return {};
    },
    seal: async ({ portfolioId, id, ...request }) => {
      const portfolio = await session.portfolio(portfolioId);
      const report = await portfolio.inTurn(() =>
        sealReport(ports, session, portfolio, draft(portfolio, id), request),
      );
      return shown(portfolio, report);
    },
    amend: async ({ portfolioId, id, reason }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const before = found(portfolio, id);
        if (before.state === 'draft' || shown(portfolio, before).followedBy !== null)
          throw failure('REPORT_STATE', { state: before.state });
        const begun = [...portfolio.store.all(collection).values()].find(
          ({ state, follows }) => state === 'draft' && follows?.report === id,
        );
        if (begun !== undefined) return shown(portfolio, begun);
        const at = ports.clock.now().toISOString();
        const report: SupervisorReport = {
          ...before,
          id: ports.newId(),
          state: 'draft',
          sealedOn: null,
          sealed: null,
          follows: { report: id, reason },
          createdAt: at,
          updatedAt: at,
        };
        await portfolio.store.commit('supervisor-report.amend', [
          { collection, id: report.id, value: report },
        ]);
        return shown(portfolio, report);
      });
    },
    rule: async () => reportRuleOf(session.vault()),
    setRule: async ({ months }) => {
      await changeSettings(session, 'settings.report-age', { reportMonths: months ?? undefined });
      return reportRuleOf(session.vault());
    },
  };
}

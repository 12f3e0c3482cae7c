import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { dayWords } from '#renderer/text/format.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { SealedReport } from './sealed-report.tsx';
import { reportTextKey, WriteReport } from './write-report.tsx';

const route = getRouteApi('/portfolio-screens/supervision/reports/$id');

/** One supervisor's report: written while it is a draft, read once it is sealed. */
export function SupervisorReportScreen() {
  const { id } = route.useParams();
  const { portfolio, portfolioId } = usePortfolio();
  const query = useQuery(api.supervisorReports.get.queryOptions({ input: { portfolioId, id } }));
  const report = query.data?.report;
  return (
    <>
      <PageHeader
        title="Supervisor’s report"
        intro={
          report === undefined
            ? `On ${portfolio.doctor.name}`
            : `On ${portfolio.doctor.name}, by ${report.author.name}, ${dayWords(report.period.from)} to ${dayWords(report.period.to)}. ${report.state === 'draft' ? 'A draft: it saves by itself, and nobody else gets it before it is sealed.' : ''}`
        }
      />
      <QueryStates query={query} what="the supervisor’s report">
        {(shown) =>
          shown.report.state === 'sealed' ? (
            <SealedReport shown={shown} />
          ) : (
            <KeptText textKey={reportTextKey(id)}>
              {(kept) => <WriteReport key={id} shown={shown} kept={kept} />}
            </KeptText>
          )
        }
      </QueryStates>
    </>
  );
}

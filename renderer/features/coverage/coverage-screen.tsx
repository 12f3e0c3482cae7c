import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { CapabilityMap } from './capability-map.tsx';
import { type CoverageSearch, coverageSearchSchema } from './coverage-search.ts';

/** Where the evidence is strong, where it is thin, and what to add. */
export function CoverageScreen() {
  const { portfolioId } = usePortfolio();
  const query = useQuery(api.coverage.map.queryOptions({ input: { portfolioId } }));
  const search = coverageSearchSchema.parse(useSearch({ strict: false }));
  const { code } = useParams({ strict: false });
  const navigate = useNavigate();
  const change = (part: Partial<CoverageSearch>) =>
    void navigate({
      to: paths.coverage,
      search: { ...search, open: openCodes(search, code), ...part },
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <PageHeader
        title="Coverage"
        intro="Every capability with its evidence and its gaps."
        actions={
          <SegmentedControl
            aria-label="Which capabilities"
            data={[
              { value: 'all', label: 'All' },
              { value: 'gaps', label: 'Gaps only' },
            ]}
            value={search.show ?? 'all'}
            onChange={(value) => change({ show: value === 'gaps' ? 'gaps' : undefined })}
          />
        }
      />
      <QueryStates query={query} what="the coverage map">
        {(map) => (
          <CapabilityMap
            map={map}
            gapsOnly={search.show === 'gaps'}
            open={openCodes(search, code)}
            pointedAt={code}
            onChange={change}
          />
        )}
      </QueryStates>
    </>
  );
}

const openCodes = (search: CoverageSearch, code: string | undefined): string[] => [
  ...new Set([...(search.open ?? []), ...(code === undefined ? [] : [code])]),
];

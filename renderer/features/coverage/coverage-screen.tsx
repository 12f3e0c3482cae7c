import { SegmentedControl, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { PrintButton } from '#renderer/ui/print-button.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { AgeingView } from './ageing-view.tsx';
import { CapabilityMap } from './capability-map.tsx';
import {
  asking,
  type CoverageSearch,
  coverageSearchSchema,
  coverageViews,
  questionIn,
} from './coverage-search.ts';
import { ItemsPanel } from './items-panel.tsx';
import { NextView } from './next-view.tsx';
import { AskItems } from './number-button.tsx';
import { PaceView } from './pace-view.tsx';

const viewTitles: Record<(typeof coverageViews)[number], string> = {
  map: 'Capabilities',
  next: 'What next',
  ageing: 'Growing too old',
  pace: 'Pace',
};

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
  const view = search.view ?? 'map';
  return (
    <AskItems value={(question) => change(asking(question))}>
      <PageHeader
        title="Coverage"
        intro="Every capability with its evidence and its gaps."
        actions={
          <>
            <PrintButton portfolioId={portfolioId} what="coverage" label="Save or print" />
            {view === 'map' ? (
              <SegmentedControl
                aria-label="Which capabilities"
                data={[
                  { value: 'all', label: 'All' },
                  { value: 'gaps', label: 'Gaps only' },
                ]}
                value={search.show ?? 'all'}
                onChange={(value) => change({ show: value === 'gaps' ? 'gaps' : undefined })}
              />
            ) : null}
          </>
        }
      />
      <Tabs
        value={view}
        keepMounted={false}
        onChange={(next) => change({ view: coverageViews.find((one) => one === next && one !== 'map') })}
      >
        <Tabs.List mb="md" aria-label="Coverage">
          {coverageViews.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {viewTitles[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="map">
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
        </Tabs.Panel>
        <Tabs.Panel value="next">
          <QueryStates query={query} what="suggestions">
            {(map) => <NextView map={map} />}
          </QueryStates>
        </Tabs.Panel>
        <Tabs.Panel value="ageing">
          <AgeingView />
        </Tabs.Panel>
        <Tabs.Panel value="pace">
          <PaceView />
        </Tabs.Panel>
      </Tabs>
      <ItemsPanel question={questionIn(search)} onClose={() => change(asking(null))} />
    </AskItems>
  );
}

const openCodes = (search: CoverageSearch, code: string | undefined): string[] => [
  ...new Set([...(search.open ?? []), ...(code === undefined ? [] : [code])]),
];

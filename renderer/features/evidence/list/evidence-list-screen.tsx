import { Group, SegmentedControl, Text } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count, numberWords } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { useTrash } from '../use-trash.ts';
import { EvidenceFilters } from './evidence-filters.tsx';
import { EvidenceGrid } from './evidence-grid.tsx';
import { ListEmpty } from './list-empty.tsx';
import { filterOf, isNarrowed, type ListSearch, listSearchSchema, sortOf, tidy } from './list-search.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useEvidenceTotal, useFirstPage } from './use-evidence-window.ts';
import { useSelection } from './use-selection.ts';

const nothing: Partial<ListSearch> = { text: '', types: [], capability: null, verified: null };

function countWords(found: number, all: number | undefined, narrowed: boolean, trash: boolean): string {
  const place = trash ? ' in the trash' : '';
  if (!narrowed || all === undefined) return `${count(found, 'item')}${place}`;
  return `${numberWords(found)} of ${count(all, 'item')}${place} ${found === 1 ? 'matches' : 'match'}`;
}

/** All evidence of the portfolio, searched, narrowed and ordered. */
export function EvidenceListScreen() {
  const { portfolioId, pack } = usePortfolio();
  const search = listSearchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const filter = filterOf(search);
  const sort = sortOf(search);
  const asked = { portfolioId, filter, sort };
  const page = useFirstPage(asked);
  const all = useEvidenceTotal(portfolioId, filter.trash);
  const trashTotal = useEvidenceTotal(portfolioId, true);
  const { restore, fault } = useTrash(portfolioId);
  const narrowed = isNarrowed(search);
  const selection = useSelection(JSON.stringify(filter));
  const change = (part: Partial<ListSearch>) =>
    void navigate({
      to: paths.evidence,
      search: tidy({ ...search, ...part }),
      replace: true,
      resetScroll: false,
    });

  return (
    <>
      <PageHeader
        title="Evidence"
        intro="Everything you have logged. Open an item to read or change it."
        actions={
          <LinkButton to={paths.newEvidence} leftSection={<IconFilePlus size={18} aria-hidden />}>
            Add evidence
          </LinkButton>
        }
      />
      <EvidenceFilters pack={pack} search={search} onChange={change} />
      {fault === null ? null : <FailedState error={fault} />}
      <QueryStates query={page} what="evidence">
        {({ total, rows }) => (
          <>
            <Group justify="space-between" mb="xs" gap="xs">
              <Text size="sm" role="status">
                {page.isPlaceholderData ? 'Searching …' : countWords(total, all, narrowed, filter.trash)}
              </Text>
              <SegmentedControl
                size="xs"
                aria-label="Which items"
                data={[
                  { value: 'live', label: 'Portfolio' },
                  { value: 'trash', label: trashTotal === undefined ? 'Trash' : `Trash (${trashTotal})` },
                ]}
                value={filter.trash ? 'trash' : 'live'}
                onChange={(value) => change({ trash: value === 'trash' })}
              />
            </Group>
            {selection.ids.size === 0 ? null : (
              <SelectionBar selection={selection} total={total} filter={filter} sort={sort} />
            )}
            {total === 0 ? (
              <ListEmpty trash={filter.trash} narrowed={narrowed} onClear={() => change(nothing)} />
            ) : (
              <EvidenceGrid
                label={filter.trash ? 'Evidence in the trash' : 'Evidence'}
                total={total}
                firstRows={rows}
                asked={asked}
                selection={selection}
                stale={page.isPlaceholderData}
                onSort={(next) => change(next)}
                onOpen={(row) => void navigate({ to: paths.evidenceItem, params: { id: row.id } })}
                onRestore={filter.trash ? (row) => void restore(row).catch(() => undefined) : undefined}
              />
            )}
          </>
        )}
      </QueryStates>
    </>
  );
}

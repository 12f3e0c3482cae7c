import { Group, SegmentedControl, Text } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count, numberWords } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { PrintButton } from '#renderer/ui/print-button.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { isAboutTrash } from '#shared/domain/evidence-list/plan.ts';
import { queryContextOf } from '#shared/domain/evidence-list/query/context.ts';
import { withTerm } from '#shared/domain/evidence-list/query/edit.ts';
import type { EvidenceFilter } from '#shared/domain/evidence-list/query.ts';
import { useTrash } from '../use-trash.ts';
import { ColumnMenu } from './column-menu.tsx';
import { EvidenceFilters } from './evidence-filters.tsx';
import { EvidenceGrid } from './evidence-grid.tsx';
import { ListEmpty } from './list-empty.tsx';
import {
  filterOf,
  groupOf,
  isNarrowed,
  type ListSearch,
  listSearchSchema,
  sortOf,
  termsOfKind,
  tidy,
  withChoice,
} from './list-search.ts';
import { SavedSearches } from './saved-searches.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useEvidenceTotal, useFirstPage } from './use-evidence-window.ts';
import { useListView } from './use-list-view.ts';
import { useSelection } from './use-selection.ts';

const nothing: Partial<ListSearch> = { text: '' };

function countWords(found: number, all: number | undefined, narrowed: boolean, trash: boolean): string {
  const place = trash ? ' in the trash' : '';
  if (!narrowed || all === undefined) return `${count(found, 'item')}${place}`;
  return `${numberWords(found)} of ${count(all, 'item')}${place} ${found === 1 ? 'matches' : 'match'}`;
}

/** The search as it is kept under a name: which list it is about stands in it. */
const savedText = ({ text, trash }: EvidenceFilter): string =>
  trash ? withTerm(text, { kind: 'status', statuses: ['trash'], not: false }) : text;

/** All evidence of the portfolio, searched, narrowed and ordered. */
export function EvidenceListScreen() {
  const { portfolioId, portfolio, pack } = usePortfolio();
  const search = listSearchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const filter = filterOf(search);
  const sort = sortOf(search);
  const group = groupOf(search);
  const asked = { portfolioId, filter, sort, group };
  const context = queryContextOf(pack, portfolio.former);
  const trash = filter.trash || isAboutTrash(filter.text, context);
  const view = useListView(portfolioId);
  const page = useFirstPage(asked);
  const all = useEvidenceTotal(portfolioId, trash);
  const trashTotal = useEvidenceTotal(portfolioId, true);
  const { restore, fault } = useTrash(portfolioId);
  const narrowed = isNarrowed(search);
  const selection = useSelection(JSON.stringify(filter));
  const [cap] = termsOfKind(filter.text, 'cap', context);
  const suggested = cap?.codes.length === 1 && cap.codes[0] !== 'none' ? (cap.codes[0] ?? null) : null;
  const plain = tidy(search);
  const change = (part: Partial<ListSearch>) =>
    void navigate({
      to: paths.evidence,
      // What somebody linked here with is in the text by now.
      search: tidy({ ...plain, ...part }),
      replace: true,
      resetScroll: false,
    });

  return (
    <>
      <PageHeader
        title="Evidence"
        intro="Everything you have logged. Open an item to read or change it."
        actions={
          <>
            <PrintButton portfolioId={portfolioId} what="evidence" label="Save or print" />
            <LinkButton to={paths.newEvidence} leftSection={<IconFilePlus size={18} aria-hidden />}>
              Add evidence
            </LinkButton>
          </>
        }
      />
      <EvidenceFilters pack={pack} search={search} onChange={change} />
      {fault === null ? null : <FailedState error={fault} />}
      {view.fault === null ? null : <FailedState error={view.fault} />}
      <QueryStates query={page} what="evidence">
        {({ total, items, rows, groups }) => (
          <>
            <Group justify="space-between" mb="xs" gap="xs">
              <Text size="sm" role="status">
                {page.isPlaceholderData ? 'Searching …' : countWords(items, all, narrowed, trash)}
              </Text>
              <Group gap="xs">
                <SavedSearches
                  portfolioId={portfolioId}
                  searches={view.searches}
                  present={{ query: savedText(filter), sort, group }}
                  onApply={(saved) =>
                    change({
                      text: saved.query,
                      trash: false,
                      ...saved.sort,
                      group: saved.group ?? undefined,
                    })
                  }
                />
                <ColumnMenu columns={view.columns} onChange={view.setColumns} />
                <SegmentedControl
                  size="xs"
                  aria-label="Which items"
                  data={[
                    { value: 'live', label: 'Portfolio' },
                    { value: 'trash', label: trashTotal === undefined ? 'Trash' : `Trash (${trashTotal})` },
                  ]}
                  value={trash ? 'trash' : 'live'}
                  onChange={(value) =>
                    change({
                      trash: value === 'trash',
                      text: isAboutTrash(filter.text, context)
                        ? withChoice(filter.text, 'status', null, context)
                        : filter.text,
                    })
                  }
                />
              </Group>
            </Group>
            {selection.ids.size === 0 ? null : (
              <SelectionBar
                selection={selection}
                total={items}
                filter={filter}
                sort={sort}
                columns={view.columns}
                suggested={suggested}
                trash={trash}
              />
            )}
            {total === 0 ? (
              <ListEmpty trash={trash} narrowed={narrowed} onClear={() => change(nothing)} />
            ) : (
              <EvidenceGrid
                label={trash ? 'Evidence in the trash' : 'Evidence'}
                total={total}
                chosen={view.columns}
                groups={groups}
                firstRows={rows}
                asked={asked}
                selection={selection}
                stale={page.isPlaceholderData}
                onSort={(next) => change(next)}
                onOpen={(row) => void navigate({ to: paths.evidenceItem, params: { id: row.id } })}
                onRestore={trash ? (row) => void restore(row).catch(() => undefined) : undefined}
              />
            )}
          </>
        )}
      </QueryStates>
    </>
  );
}

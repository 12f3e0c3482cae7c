import { Button, Group, Menu, Text } from '@mantine/core';
import {
  IconArrowsExchange,
  IconDownload,
  IconFolderSymlink,
  IconLink,
  IconMailQuestion,
  IconPencil,
  IconRestore,
  IconTrash,
  IconUnlink,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count, numberWords } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { BulkChange } from '#shared/domain/evidence-list/bulk-change.ts';
import type { ListColumn } from '#shared/domain/evidence-list/columns.ts';
import type { EvidenceFilter, EvidenceSort } from '#shared/domain/evidence-list/query.ts';
import { MoveDialog } from '../move/move-dialog.tsx';
import { useMove } from '../move/use-move.ts';
import { BulkDialog, type BulkKind } from './bulk-dialog.tsx';
import classes from './evidence-list.module.css';
import { ExportDialog } from './export-dialog.tsx';
import { RefusedDialog } from './refused-dialog.tsx';
import { useBulkChange } from './use-bulk-change.ts';
import type { Selection } from './use-selection.ts';

const asked: readonly (readonly [BulkKind, string])[] = [
  ['type', 'Change the type …'],
  ['date', 'Set the date …'],
  ['shift-date', 'Move the dates …'],
  ['tag', 'Add a tag …'],
  ['untag', 'Take a tag off …'],
];

/** Items one request may ask about. */
const mostAsked = 200;

function ChangeMenu(props: {
  readonly onAsk: (kind: BulkKind) => void;
  readonly onChange: (change: BulkChange) => void;
}) {
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />}>
          Change …
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {asked.map(([kind, words]) => (
          <Menu.Item key={kind} onClick={() => props.onAsk(kind)}>
            {words}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => props.onChange({ kind: 'ready' })}>Mark as ready</Menu.Item>
        <Menu.Item onClick={() => props.onChange({ kind: 'draft' })}>Mark as draft</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What can be done with the items that are chosen, and how many that is. */
export function SelectionBar(props: {
  readonly selection: Selection;
  readonly total: number;
  readonly filter: EvidenceFilter;
  readonly sort: EvidenceSort;
  readonly columns: readonly ListColumn[];
  /** The capability the list is narrowed to. */
  readonly suggested: string | null;
  readonly trash: boolean;
}) {
  const { selection, total, filter, sort, trash } = props;
  const { portfolioId } = usePortfolio();
  const [asking, setAsking] = useState<BulkKind | 'move' | 'export' | null>(null);
  const moving = useMove(portfolioId);
  const bulk = useBulkChange(portfolioId, selection);
  const all = useMutation({
    meta: { refresh: false },
    mutationFn: () => client.evidence.ids({ portfolioId, filter, sort }),
    onSuccess: ({ ids }) => selection.add(ids),
  });
  const chosen = selection.ids.size;
  const failed = bulk.fault ?? all.error ?? moving.undoFault;
  return (
    <>
      {failed === null ? null : <FailedState error={failed} />}
      <Group
        role="toolbar"
        aria-label="What to do with the selected items"
        className={classes.selection}
        gap="xs"
      >
        <Group gap="xs" w="100%">
          <Text size="sm" fw={600} role="status">
            {count(chosen, 'item')} selected
          </Text>
          {chosen < total ? (
            <Button size="compact-sm" variant="subtle" loading={all.isPending} onClick={() => all.mutate()}>
              Select all {numberWords(total)}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
            Clear selection
          </Button>
        </Group>
        {trash ? (
          <Button
            size="xs"
            leftSection={<IconRestore size={16} aria-hidden />}
            loading={bulk.isPending}
            onClick={() => bulk.change({ kind: 'restore' })}
          >
            Restore
          </Button>
        ) : (
          <>
            <Button
              size="xs"
              leftSection={<IconLink size={16} aria-hidden />}
              onClick={() => setAsking('link')}
            >
              Link …
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconUnlink size={16} aria-hidden />}
              onClick={() => setAsking('unlink')}
            >
              Unlink …
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowsExchange size={16} aria-hidden />}
              onClick={() => setAsking('move-link')}
            >
              Move links …
            </Button>
            <ChangeMenu onAsk={setAsking} onChange={(change) => bulk.change(change)} />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => setAsking('export')}
            >
              Export …
            </Button>
            {chosen === 0 || chosen > mostAsked ? null : (
              <LinkButton
                size="xs"
                variant="default"
                to={paths.newRequest}
                search={{ items: [...selection.ids] }}
                leftSection={<IconMailQuestion size={16} aria-hidden />}
              >
                Ask for sign-off
              </LinkButton>
            )}
            {moving.canMove ? (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconFolderSymlink size={16} aria-hidden />}
                onClick={() => {
                  moving.reset();
                  setAsking('move');
                }}
              >
                Move to portfolio …
              </Button>
            ) : null}
            <Button
              size="xs"
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden />}
              loading={bulk.isPending}
              onClick={() => bulk.change({ kind: 'trash' })}
            >
              Move to trash
            </Button>
          </>
        )}
      </Group>
      <BulkDialog
        kind={asking === 'move' || asking === 'export' ? null : asking}
        chosen={chosen}
        suggested={props.suggested}
        isPending={bulk.isPending}
        onClose={() => setAsking(null)}
        onChange={(change) => bulk.change(change, () => setAsking(null))}
      />
      <RefusedDialog refused={bulk.refused} onClose={bulk.closeRefused} />
      {asking === 'export' ? (
        <ExportDialog
          opened
          portfolioId={portfolioId}
          ids={[...selection.ids]}
          columns={props.columns}
          onClose={() => setAsking(null)}
        />
      ) : null}
      <MoveDialog
        opened={asking === 'move'}
        ids={[...selection.ids]}
        fault={moving.fault}
        isPending={moving.isPending}
        onClose={() => setAsking(null)}
        onMove={(to, name) =>
          moving.move({ ids: [...selection.ids], to, name }, (moved) => {
            setAsking(null);
            if (moved) selection.clear();
          })
        }
      />
    </>
  );
}

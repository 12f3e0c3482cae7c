import { Button, Group, Text } from '@mantine/core';
import {
  IconArrowsExchange,
  IconFolderSymlink,
  IconLink,
  IconRestore,
  IconTrash,
  IconUnlink,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count, numberWords } from '#renderer/text/format.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { EvidenceFilter, EvidenceSort } from '#shared/domain/evidence-list/query.ts';
import { MoveDialog } from '../move/move-dialog.tsx';
import { useMove } from '../move/use-move.ts';
import { BulkDialog, type BulkKind } from './bulk-dialog.tsx';
import classes from './evidence-list.module.css';
import { useBulkChange } from './use-bulk-change.ts';
import type { Selection } from './use-selection.ts';

/** What can be done with the items that are chosen, and how many that is. */
export function SelectionBar(props: {
  readonly selection: Selection;
  readonly total: number;
  readonly filter: EvidenceFilter;
  readonly sort: EvidenceSort;
}) {
  const { selection, total, filter, sort } = props;
  const { portfolioId } = usePortfolio();
  const [asking, setAsking] = useState<BulkKind | 'move' | null>(null);
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
        <Text size="sm" fw={600} role="status" mr="xs">
          {count(chosen, 'item')} selected
        </Text>
        {filter.trash ? (
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
        <Group gap="xs" ml="auto">
          {chosen < total ? (
            <Button size="xs" variant="subtle" loading={all.isPending} onClick={() => all.mutate()}>
              Select all {numberWords(total)}
            </Button>
          ) : null}
          <Button size="xs" variant="subtle" onClick={selection.clear}>
            Clear selection
          </Button>
        </Group>
      </Group>
      <BulkDialog
        kind={asking === 'move' ? null : asking}
        chosen={chosen}
        suggested={filter.capability === 'none' ? null : filter.capability}
        isPending={bulk.isPending}
        onClose={() => setAsking(null)}
        onChange={(change) => bulk.change(change, () => setAsking(null))}
      />
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

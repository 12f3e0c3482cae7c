import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFolderSymlink } from '@tabler/icons-react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { useMove } from './use-move.ts';

/** Moves the item that is open; nothing where there is no other portfolio. */
export function MoveItem(props: { readonly id: string; readonly onMoved: () => void }) {
  const { portfolioId } = usePortfolio();
  const [opened, { open, close }] = useDisclosure(false);
  const { canMove, move, fault, isPending, reset } = useMove(portfolioId);
  if (!canMove) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFolderSymlink size={18} aria-hidden />}
        onClick={() => {
          reset();
          open();
        }}
      >
        Move to portfolio …
      </Button>
      <MoveDialog
        opened={opened}
        ids={[props.id]}
        fault={fault}
        isPending={isPending}
        onClose={close}
        onMove={(to, name) =>
          move({ ids: [props.id], to, name }, (moved) => {
            close();
            if (moved) props.onMoved();
          })
        }
      />
    </>
  );
}

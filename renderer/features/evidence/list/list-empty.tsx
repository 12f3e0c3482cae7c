import { Button } from '@mantine/core';
import { IconFilePlus, IconFilterOff, IconTrash } from '@tabler/icons-react';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { EmptyState } from '#renderer/ui/states.tsx';

/** Why there is nothing to list, and what to do about it. */
export function ListEmpty(props: {
  readonly trash: boolean;
  readonly narrowed: boolean;
  readonly onClear: () => void;
}) {
  const { trash, narrowed, onClear } = props;
  if (narrowed) {
    return (
      <EmptyState
        icon={IconFilterOff}
        title={trash ? 'Nothing in the trash matches' : 'No item matches'}
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Fewer words or filters find more. Every word must occur somewhere in the item or its files.
      </EmptyState>
    );
  }
  if (trash) {
    return (
      <EmptyState icon={IconTrash} title="The trash is empty">
        Items you remove come here first, with their files and links, and can be restored.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconFilePlus}
      title="No evidence yet"
      action={<LinkButton to={paths.newEvidence}>Add your first item</LinkButton>}
    >
      Start with something recent that you have on file: a teaching session, an audit, last year’s appraisal.
      A title and a date are enough; the rest can follow.
    </EmptyState>
  );
}

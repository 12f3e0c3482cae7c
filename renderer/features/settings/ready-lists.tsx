import { Button } from '@mantine/core';
import { IconCopy, IconRestore } from '@tabler/icons-react';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import type { OutcomeOption } from '#shared/domain/review.ts';
import { goldGuideLookAlike } from '#shared/guidance/outcome-look-alike.ts';

/** Lists to begin with. Taking one over replaces what the form holds; it is saved by the form's own button. */
export function ReadyLists(props: { readonly onTake: (outcomes: readonly OutcomeOption[]) => void }) {
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconRestore size={16} aria-hidden />}
        onClick={() => props.onTake(defaultOutcomes)}
      >
        Take the neutral list
      </Button>
      <Button
        variant="default"
        leftSection={<IconCopy size={16} aria-hidden />}
        onClick={() => props.onTake(goldGuideLookAlike.outcomes)}
      >
        Take names like the Gold Guide’s
      </Button>
    </>
  );
}

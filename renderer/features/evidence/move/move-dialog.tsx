import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { usePortfolioNames } from '#renderer/api/portfolio-names.ts';
import { count } from '#renderer/text/format.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import { MovePlan } from './move-plan.tsx';

/** Asks which portfolio items go to, and says beforehand what goes along. */
export function MoveDialog(props: {
  readonly opened: boolean;
  readonly ids: readonly string[];
  readonly fault: Error | null;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onMove: (to: string, name: string) => void;
}) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Move to another portfolio" centered>
      {props.opened ? <Questions {...props} /> : null}
    </Modal>
  );
}

function Questions({ ids, fault, isPending, onClose, onMove }: Parameters<typeof MoveDialog>[0]) {
  const { portfolioId } = usePortfolio();
  const { entries } = useCurrentShelf();
  const named = usePortfolioNames();
  const others = entries.filter(({ id }) => id !== portfolioId);
  const [to, setTo] = useState<string | null>(others.length === 1 ? (others[0]?.id ?? null) : null);
  const chosen = others.find(({ id }) => id === to);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) onMove(chosen.id, named(chosen));
      }}
    >
      <Stack gap="sm">
        <Select
          label="Portfolio"
          placeholder="Choose"
          data={others.map((entry) => ({ value: entry.id, label: named(entry) }))}
          value={to}
          onChange={setTo}
          allowDeselect={false}
          data-autofocus
        />
        {chosen === undefined ? null : <MovePlan ids={ids} to={chosen.id} />}
        {fault === null ? null : <FailedState error={fault} />}
        <Group justify="flex-end" mt="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={chosen === undefined} loading={isPending}>
            Move {count(ids.length, 'item')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

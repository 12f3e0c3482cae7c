import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import type { BulkChange } from '#shared/domain/evidence-list/bulk-change.ts';

export type BulkKind = 'link' | 'unlink' | 'move-link';

const titles: Record<BulkKind, string> = {
  link: 'Link to a capability',
  unlink: 'Unlink from a capability',
  'move-link': 'Move links to another capability',
};
const says: Record<BulkKind, string> = {
  link: 'Items that are linked to it already stay as they are.',
  unlink: 'The link goes with its note and pages. Items that are not linked to it stay as they are.',
  'move-link': 'Notes and pages go with the link. Items that are not linked to the first stay as they are.',
};

/** Asks which capability a change of several items is about. */
export function BulkDialog(props: {
  readonly kind: BulkKind | null;
  readonly chosen: number;
  /** The capability the list is narrowed to. */
  readonly suggested: string | null;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onChange: (change: BulkChange) => void;
}) {
  const { kind, chosen, onClose } = props;
  return (
    <Modal opened={kind !== null} onClose={onClose} title={kind === null ? '' : titles[kind]} centered>
      {kind === null ? null : <Questions {...props} key={kind} kind={kind} chosen={chosen} />}
    </Modal>
  );
}

function Questions(props: Parameters<typeof BulkDialog>[0] & { readonly kind: BulkKind }) {
  const { kind, chosen, suggested, isPending, onClose, onChange } = props;
  const { pack } = usePortfolio();
  const [first, setFirst] = useState<string | null>(kind === 'link' ? null : suggested);
  const [second, setSecond] = useState<string | null>(null);
  const data = pack.capabilities.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }));
  const change: BulkChange | null =
    kind === 'move-link'
      ? first === null || second === null || first === second
        ? null
        : { kind, from: first, to: second }
      : first === null
        ? null
        : { kind, capability: first };
  const shared = {
    data,
    searchable: true,
    nothingFoundMessage: 'Nothing found',
    placeholder: 'Choose',
  } as const;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (change !== null) onChange(change);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{says[kind]}</Text>
        <Select
          {...shared}
          label={kind === 'move-link' ? 'From' : 'Capability'}
          value={first}
          onChange={setFirst}
          data-autofocus
        />
        {kind === 'move-link' ? <Select {...shared} label="To" value={second} onChange={setSecond} /> : null}
        <Group gap="sm" mt="sm">
          <Button type="submit" disabled={change === null} loading={isPending}>
            {kind === 'link' ? 'Link' : kind === 'unlink' ? 'Unlink' : 'Move links of'}{' '}
            {count(chosen, 'item')}
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

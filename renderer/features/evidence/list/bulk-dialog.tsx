import { Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { isDate, readTypedDate } from '#renderer/forms/typed-date.ts';
import { count } from '#renderer/text/format.ts';
import { evidenceTypeIdSchema } from '#shared/domain/evidence.ts';
import type { BulkChange } from '#shared/domain/evidence-list/bulk-change.ts';
import { typeChoices } from './filter-choices.ts';

export type BulkKind = Exclude<BulkChange['kind'], 'trash' | 'restore' | 'draft' | 'ready'>;

const titles: Record<BulkKind, string> = {
  link: 'Link to a capability',
  unlink: 'Unlink from a capability',
  'move-link': 'Move links to another capability',
  type: 'Change the type',
  date: 'Set the date',
  'shift-date': 'Move the dates',
  tag: 'Add a tag',
  untag: 'Take a tag off',
};
const says: Record<BulkKind, string> = {
  link: 'Items that are linked to it already stay as they are.',
  unlink: 'The link goes with its note and pages. Items that are not linked to it stay as they are.',
  'move-link': 'Notes and pages go with the link. Items that are not linked to the first stay as they are.',
  type: 'Items with answers that the new type does not ask for stay as they are, and are named.',
  date: 'They begin on that day. Those that end some days later still last as long.',
  'shift-date': 'Beginning and end move by that many days: 7 is a week later, -7 a week earlier.',
  tag: 'Items that have it already stay as they are.',
  untag: 'Items that do not have it stay as they are.',
};
const verbs: Record<BulkKind, string> = {
  link: 'Link',
  unlink: 'Unlink',
  'move-link': 'Move links of',
  type: 'Change type of',
  date: 'Set date of',
  'shift-date': 'Move dates of',
  tag: 'Tag',
  untag: 'Take tag off',
};

type Props = {
  readonly kind: BulkKind | null;
  readonly chosen: number;
  /** The capability the list is narrowed to. */
  readonly suggested: string | null;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onChange: (change: BulkChange) => void;
};

/** Asks what a change of several items is about. */
export function BulkDialog(props: Props) {
  const { kind, onClose } = props;
  return (
    <Modal opened={kind !== null} onClose={onClose} title={kind === null ? '' : titles[kind]} centered>
      {kind === null ? null : <Questions {...props} key={kind} kind={kind} />}
    </Modal>
  );
}

function useAnswers(
  kind: BulkKind,
  suggested: string | null,
): { change: BulkChange | null; fields: ReactNode } {
  const { pack } = usePortfolio();
  const [first, setFirst] = useState<string | null>(kind === 'link' ? null : suggested);
  const [second, setSecond] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [days, setDays] = useState<number | string>('');
  const data = pack.capabilities.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }));
  const shared = { searchable: true, nothingFoundMessage: 'Nothing found', placeholder: 'Choose' } as const;
  switch (kind) {
    case 'move-link':
      return {
        change:
          first === null || second === null || first === second ? null : { kind, from: first, to: second },
        fields: (
          <>
            <Select {...shared} data={data} label="From" value={first} onChange={setFirst} data-autofocus />
            <Select {...shared} data={data} label="To" value={second} onChange={setSecond} />
          </>
        ),
      };
    case 'link':
    case 'unlink':
      return {
        change: first === null ? null : { kind, capability: first },
        fields: (
          <Select
            {...shared}
            data={data}
            label="Capability"
            value={first}
            onChange={setFirst}
            data-autofocus
          />
        ),
      };
    case 'type': {
      const type = evidenceTypeIdSchema.safeParse(second).data;
      return {
        change: type === undefined ? null : { kind, type },
        fields: (
          <Select
            {...shared}
            data={typeChoices(pack)}
            label="Type"
            value={second}
            onChange={setSecond}
            data-autofocus
          />
        ),
      };
    }
    case 'date': {
      const read = readTypedDate(text);
      const startedOn = isDate(read) ? read : null;
      return {
        change: startedOn === null ? null : { kind, startedOn },
        fields: (
          <TextInput
            label="Date"
            placeholder="dd/mm/yyyy"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={text.length >= 10 && startedOn === null ? 'This is no date' : undefined}
            data-autofocus
          />
        ),
      };
    }
    case 'shift-date':
      return {
        change: typeof days === 'number' && Number.isInteger(days) && days !== 0 ? { kind, days } : null,
        fields: (
          <NumberInput
            label="Days later"
            value={days}
            onChange={setDays}
            allowDecimal={false}
            min={-36_525}
            max={36_525}
            data-autofocus
          />
        ),
      };
    case 'tag':
    case 'untag':
      return {
        change: text.trim() === '' ? null : { kind, tag: text },
        fields: (
          <TextInput
            label="Tag"
            maxLength={40}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
        ),
      };
  }
}

function Questions(props: Props & { readonly kind: BulkKind }) {
  const { kind, chosen, suggested, isPending, onClose, onChange } = props;
  const { change, fields } = useAnswers(kind, suggested);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (change !== null) onChange(change);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{says[kind]}</Text>
        {fields}
        <Group gap="sm" mt="sm">
          <Button type="submit" disabled={change === null} loading={isPending}>
            {verbs[kind]} {count(chosen, 'item')}
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

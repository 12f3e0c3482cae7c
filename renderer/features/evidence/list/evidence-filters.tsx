import { Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { clsx } from '#renderer/ui/clsx.ts';
import { evidenceTypeIdSchema } from '#shared/domain/evidence.ts';
import { evidenceGroups, evidenceTypes } from '#shared/domain/evidence-fields.ts';
import { evidenceSortSchema } from '#shared/domain/evidence-list/query.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './evidence-filters.module.css';
import { isNarrowed, type ListSearch, sortOf } from './list-search.ts';

const typeChoices = evidenceGroups.map((group) => ({
  group: group.title,
  items: evidenceTypes
    .filter((type) => type.group === group.id)
    .map(({ id, title }) => ({ value: id as string, label: title })),
}));

const orders = [
  { value: 'startedOn descending', label: 'Newest first' },
  { value: 'startedOn ascending', label: 'Oldest first' },
  { value: 'updatedAt descending', label: 'Last changed first' },
  { value: 'updatedAt ascending', label: 'Longest unchanged first' },
  { value: 'title ascending', label: 'Title, A to Z' },
  { value: 'title descending', label: 'Title, Z to A' },
  { value: 'type ascending', label: 'Type' },
  { value: 'type descending', label: 'Type, backwards' },
];

const verifiedChoices = [
  { value: 'any', label: 'Verified or not' },
  { value: 'yes', label: 'Verified' },
  { value: 'no', label: 'Not verified' },
];

function readOrder(value: string | null): Partial<ListSearch> {
  const [by, direction] = (value ?? '').split(' ');
  return {
    by: evidenceSortSchema.shape.by.safeParse(by).data,
    direction: evidenceSortSchema.shape.direction.safeParse(direction).data,
  };
}

/** What narrows and orders the list. Everything is kept in the address. */
export function EvidenceFilters(props: {
  readonly pack: GuidancePack;
  readonly search: ListSearch;
  readonly onChange: (part: Partial<ListSearch>) => void;
}) {
  const { pack, search, onChange } = props;
  const [text, setText] = useState(search.text ?? '');
  const search200 = useDebouncedCallback((next: string) => onChange({ text: next }), 200);
  // "Clear filters" and the browser's back button change the address from outside.
  useEffect(() => setText(search.text ?? ''), [search.text]);
  const [opened, { toggle }] = useDisclosure(isNarrowed(search));
  const more = useId();
  const sort = sortOf(search);
  const verified =
    search.verified === undefined || search.verified === null ? 'any' : search.verified ? 'yes' : 'no';
  return (
    <search>
      <Group gap="sm" align="flex-end" mb="md">
        <TextInput
          label="Search"
          placeholder="Words in title, place, role or reflection"
          leftSection={<IconSearch size={16} aria-hidden />}
          flex="1 1 15rem"
          maxLength={200}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            search200(event.currentTarget.value);
          }}
        />
        <Button
          variant="default"
          className={classes.toggle ?? ''}
          leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
          aria-expanded={opened}
          aria-controls={more}
          onClick={toggle}
        >
          Filter and order
        </Button>
        <Group id={more} gap="sm" align="flex-end" className={clsx(classes.more, opened && classes.opened)}>
          <MultiSelect
            label="Types"
            placeholder={(search.types ?? []).length === 0 ? 'All types' : ''}
            data={typeChoices}
            value={[...(search.types ?? [])]}
            onChange={(types) => onChange({ types: types.map((type) => evidenceTypeIdSchema.parse(type)) })}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'Clear types' }}
            nothingFoundMessage="Nothing found"
            flex="2 1 14rem"
          />
          <Select
            label="Capability"
            placeholder="All capabilities"
            data={[
              { value: 'none', label: 'Linked to none' },
              ...pack.capabilities.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
            ]}
            value={search.capability ?? null}
            onChange={(capability) => onChange({ capability })}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'Clear capability' }}
            nothingFoundMessage="Nothing found"
            flex="2 1 13rem"
          />
          <Select
            label="Verification"
            data={verifiedChoices}
            value={verified}
            allowDeselect={false}
            onChange={(value) => onChange({ verified: value === 'any' ? null : value === 'yes' })}
            flex="1 1 9rem"
          />
          <Select
            label="Order"
            data={orders}
            value={`${sort.by} ${sort.direction}`}
            allowDeselect={false}
            onChange={(value) => onChange(readOrder(value))}
            flex="1 1 10rem"
          />
        </Group>
        {isNarrowed(search) ? (
          <Button
            variant="subtle"
            onClick={() => onChange({ text: '', types: [], capability: null, verified: null })}
          >
            Clear filters
          </Button>
        ) : null}
      </Group>
    </search>
  );
}

import { Button, Group, Menu, MultiSelect, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconFilterPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { clsx } from '#renderer/ui/clsx.ts';
import { evidenceTypeIdSchema } from '#shared/domain/evidence.ts';
import { queryContextOf } from '#shared/domain/evidence-list/query/context.ts';
import { withTerm } from '#shared/domain/evidence-list/query/edit.ts';
import { parseQuery } from '#shared/domain/evidence-list/query/parse.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './evidence-filters.module.css';
import {
  commonTerms,
  groupChoices,
  orders,
  readGroup,
  readOrder,
  typeChoices,
  verifiedChoices,
} from './filter-choices.ts';
import {
  groupOf,
  isNarrowed,
  type ListSearch,
  sortOf,
  termsOfKind,
  textOf,
  withChoice,
} from './list-search.ts';
import { QueryChips } from './query-chips.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchHelp } from './search-help.tsx';

/**
 * What narrows and orders the list. There is one truth, the text of the search in the address: the choices and the chips
 * write into it and read from it.
 */
export function EvidenceFilters(props: {
  readonly pack: GuidancePack;
  readonly search: ListSearch;
  readonly onChange: (part: Partial<ListSearch>) => void;
}) {
  const { pack, search, onChange } = props;
  const { portfolio } = usePortfolio();
  const context = queryContextOf(pack, portfolio.former);
  const text = textOf(search);
  const { terms, faults } = parseQuery(text, context);
  const [opened, { toggle }] = useDisclosure(isNarrowed(search));
  const more = useId();
  const sort = sortOf(search);
  const setText = (next: string) => onChange({ text: next });
  const [typeTerm] = termsOfKind(text, 'type', context);
  const [capTerm] = termsOfKind(text, 'cap', context);
  const [verifiedTerm] = termsOfKind(text, 'verified', context);
  return (
    <search>
      <Group gap="sm" align="flex-start" mb="sm">
        <SearchBox text={text} faults={faults} onChange={setText} />
        <Group gap="xs" className={classes.beside ?? ''}>
          <Menu position="bottom-end" withinPortal={false}>
            <Menu.Target>
              <Button variant="default" leftSection={<IconFilterPlus size={18} aria-hidden />}>
                More filters
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {commonTerms.map(([label, term]) => (
                <Menu.Item key={label} onClick={() => setText(withTerm(text, term))}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <SearchHelp />
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
        </Group>
      </Group>
      <Group id={more} className={clsx(classes.more, opened && classes.opened)}>
        <Group gap="sm" align="flex-start" mb="sm" w="100%">
          <MultiSelect
            label="Types"
            classNames={{ inputField: classes.typesField ?? '' }}
            placeholder={typeTerm === undefined ? 'All types' : ''}
            data={typeChoices(pack)}
            value={[...(typeTerm?.types ?? [])]}
            onChange={(chosen) => {
              const types = chosen.map((type) => evidenceTypeIdSchema.parse(type));
              setText(
                withChoice(
                  text,
                  'type',
                  types.length === 0 ? null : { kind: 'type', types, not: false },
                  context,
                ),
              );
            }}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'Clear types' }}
            nothingFoundMessage="Nothing found"
            flex="2 1 12rem"
          />
          <Select
            label="Capability"
            placeholder="All capabilities"
            data={[
              { value: 'none', label: 'Linked to none' },
              ...pack.capabilities.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
            ]}
            value={capTerm?.codes.length === 1 ? (capTerm.codes[0] ?? null) : null}
            onChange={(code) =>
              setText(
                withChoice(
                  text,
                  'cap',
                  code === null ? null : { kind: 'cap', codes: [code], not: false },
                  context,
                ),
              )
            }
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'Clear capability' }}
            nothingFoundMessage="Nothing found"
            flex="2 1 12rem"
          />
          <Select
            label="Verification"
            data={verifiedChoices}
            value={verifiedTerm === undefined ? 'any' : verifiedTerm.is ? 'yes' : 'no'}
            allowDeselect={false}
            onChange={(value) =>
              setText(
                withChoice(
                  text,
                  'verified',
                  value === 'any' ? null : { kind: 'verified', is: value === 'yes', not: false },
                  context,
                ),
              )
            }
            flex="1 1 8.5rem"
          />
          <Select
            label="Order"
            data={orders}
            value={`${sort.by} ${sort.direction}`}
            allowDeselect={false}
            onChange={(value) => onChange(readOrder(value))}
            flex="1 1 10rem"
          />
          <Select
            label="Groups"
            data={groupChoices}
            value={groupOf(search) ?? 'none'}
            allowDeselect={false}
            onChange={(value) => onChange({ group: readGroup(value) })}
            flex="1 1 8rem"
          />
        </Group>
      </Group>
      {isNarrowed(search) ? (
        <Group gap="xs" mb="sm">
          <QueryChips text={text} terms={terms} onChange={setText} />
          <Button variant="subtle" size="compact-sm" onClick={() => setText('')}>
            Clear filters
          </Button>
        </Group>
      ) : null}
    </search>
  );
}

import { Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { evidenceGroups } from '#shared/domain/evidence-fields.ts';
import type { EvidenceType } from '#shared/domain/evidence-fields-types.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import { offeredTypes } from '#shared/domain/pack-types.ts';
import classes from './type-chooser.module.css';

type Section = { readonly title: string; readonly types: readonly EvidenceType[] };

const matches = (type: EvidenceType, words: readonly string[]) => {
  const text = `${type.title} ${type.description} ${type.id}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The groups to show: what the guidance asks for first, then all, narrowed by what was typed. */
function sectionsOf(
  offered: readonly EvidenceType[],
  search: string,
  wanted: readonly EvidenceTypeId[],
  wantedTitle: string,
): readonly Section[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = offered.filter((type) => matches(type, words));
  const sections = [
    { title: wantedTitle, types: found.filter((type) => wanted.includes(type.id)) },
    ...evidenceGroups.map((group) => ({
      title: group.title,
      types: found.filter((type) => type.group === group.id && !wanted.includes(type.id)),
    })),
  ];
  return sections.filter(({ types }) => types.length > 0);
}

/** Every type of evidence with a line about it. The first question of a new item: everything else depends on it. */
export function TypeChooser(props: {
  readonly onChoose: (type: EvidenceTypeId) => void;
  /** Types the guidance asks for where the doctor came from. */
  readonly wanted?: readonly EvidenceTypeId[];
  readonly wantedTitle?: string;
  readonly headingOrder?: 2 | 3;
}) {
  const { onChoose, wanted = [], wantedTitle = '', headingOrder = 2 } = props;
  const [search, setSearch] = useState('');
  const { pack } = usePortfolio();
  const sections = sectionsOf(offeredTypes(pack), search, wanted, wantedTitle);
  const all = sections.flatMap(({ types }) => types);
  const [only] = all;
  return (
    <Stack gap="lg">
      <TextInput
        label="Find a type"
        placeholder="For example: audit, teaching, DOPS"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        maw="26rem"
        autoComplete="off"
        data-autofocus
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (all.length === 1 && only !== undefined) onChoose(only.id);
        }}
      />
      <Text size="sm" c="dimmed" role="status">
        {search === ''
          ? ''
          : all.length === 0
            ? 'No type matches. Try “other”, or clear the search.'
            : `${all.length} found`}
      </Text>
      {sections.map((section) => (
        <section key={section.title} aria-label={section.title}>
          <Title order={headingOrder} size="h3" mb="xs">
            {section.title}
          </Title>
          <ul className={classes.types}>
            {section.types.map((type) => (
              <li key={type.id}>
                <UnstyledButton className={classes.type} onClick={() => onChoose(type.id)}>
                  <span className={classes.name}>{type.title}</span>
                  <span className={classes.about}>{type.description}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Stack>
  );
}

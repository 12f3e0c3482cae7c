import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RadioField } from '#renderer/forms/choice-fields.tsx';
import type { ZodForm } from '#renderer/forms/use-zod-form.ts';
import { packStandingWords } from '#renderer/text/guidance-words.ts';
import type { PackSummary } from '#shared/domain/guidance-pack.ts';
import type { PortfolioInput } from '#shared/domain/portfolio.ts';
import { specialtiesWithoutPack } from '#shared/guidance/without-pack.ts';
import { findPacks, matchesWords } from './find-packs.ts';
import classes from './portfolio.module.css';

type Props = {
  readonly form: ZodForm<PortfolioInput, PortfolioInput>;
  readonly packs: readonly PackSummary[];
  readonly chosen: string;
};

const described = ({ id, specialty, curriculum, version, certainty }: PackSummary) => ({
  value: id,
  label: specialty,
  description: `${packStandingWords[certainty]}. ${curriculum}. Pack version ${version}`,
});

/** The specialties, found by typing; of those that have no guidance here, why. */
export function PackChooser({ form, packs, chosen }: Props) {
  const [typed, setTyped] = useState('');
  const found = findPacks(packs, typed, chosen);
  const without =
    typed.trim() === ''
      ? []
      : specialtiesWithoutPack.filter(({ specialty }) => matchesWords(typed, [specialty]));
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        label="Find a specialty"
        description="Type a few letters of it."
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw="28rem"
      />
      <Text size="sm" c="dimmed" role="status">
        {typed.trim() === '' ? `${packs.length} to choose from` : `${found.length} of ${packs.length} shown`}
      </Text>
      {without.map(({ specialty, why }) => (
        <Text key={specialty} size="sm">
          <strong>{specialty}</strong> has no guidance in Waymark yet. {why} Choose the blank pack, or make
          your own under Guidance.
        </Text>
      ))}
      {found.length === 0 ? (
        <Button variant="default" w="fit-content" onClick={() => setTyped('')}>
          Show all {packs.length}
        </Button>
      ) : (
        <div className={classes.choices}>
          <RadioField form={form} name="packId" label="Specialty" required choices={found.map(described)} />
        </div>
      )}
    </Stack>
  );
}

import { Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { termWords } from '#renderer/text/query-words.ts';
import { withoutSpan } from '#shared/domain/evidence-list/query/edit.ts';
import type { PlacedTerm } from '#shared/domain/evidence-list/query/terms.ts';
import classes from './evidence-filters.module.css';

/** What narrows the list, each with a way to take it out of the search. Plain words stand in the box. */
export function QueryChips(props: {
  readonly text: string;
  readonly terms: readonly PlacedTerm[];
  readonly onChange: (text: string) => void;
}) {
  const { text, terms, onChange } = props;
  const { pack } = usePortfolio();
  const chips = terms.filter(({ term }) => term.not || (term.kind !== 'word' && term.kind !== 'phrase'));
  if (chips.length === 0) return null;
  return (
    <Group component="ul" gap={6} p={0} m={0} aria-label="Filters">
      {chips.map(({ term, at }) => (
        <li key={`${at.start} ${termWords(term, pack)}`} className={classes.chip}>
          <Button
            size="compact-sm"
            variant="default"
            radius="xl"
            rightSection={<IconX size={14} aria-hidden />}
            aria-label={`Take away the filter ${termWords(term, pack)}`}
            onClick={() => onChange(withoutSpan(text, at))}
          >
            {termWords(term, pack)}
          </Button>
        </li>
      ))}
    </Group>
  );
}

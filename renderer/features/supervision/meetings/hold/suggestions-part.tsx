import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { agendaReasonWords } from '#renderer/text/supervision-words.ts';
import type { AgendaReason } from '#shared/domain/supervision/agenda.ts';
import classes from '../../supervision.module.css';

const few = 5;

const keyOf = (reason: AgendaReason) =>
  reason.kind === 'action' ? reason.action : `thin ${reason.capability}`;
const titleOf = ({ capability, text }: AgendaReason) =>
  capability === null ? text : `${capability} ${text}`;

/** What could be talked about: open actions first, then thin capabilities, each with the reason. */
export function SuggestionsPart(props: {
  readonly suggestions: readonly AgendaReason[];
  readonly onAdd: (reasons: readonly AgendaReason[]) => void;
}) {
  const { suggestions, onAdd } = props;
  const { pack } = usePortfolio();
  const [all, setAll] = useState(false);
  if (suggestions.length === 0) return null;
  const actions = suggestions.filter(({ kind }) => kind === 'action');
  const shown = all ? suggestions : suggestions.slice(0, few);
  return (
    <Stack gap="xs" mt="md">
      <Group justify="space-between" gap="xs">
        <Title order={3} size="h4">
          Put forward
        </Title>
        {actions.length > 1 ? (
          <Button variant="default" size="xs" onClick={() => onAdd(actions)}>
            Add all {actions.length} open actions
          </Button>
        ) : null}
      </Group>
      <ul className={classes.list}>
        {shown.map((reason) => (
          <li key={keyOf(reason)} className={classes.line}>
            <div className={classes.what}>
              <Text size="sm" fw={600}>
                {titleOf(reason)}
              </Text>
              <Text size="sm" c="dimmed">
                {agendaReasonWords(reason, pack)}
              </Text>
            </div>
            <div className={classes.does}>
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPlus size={16} aria-hidden />}
                aria-label={`Add to the agenda: ${titleOf(reason)}`}
                onClick={() => onAdd([reason])}
              >
                Add
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {suggestions.length > few ? (
        <div>
          <Button variant="subtle" size="xs" onClick={() => setAll((was) => !was)}>
            {all ? 'Show fewer' : `Show all ${suggestions.length}`}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}

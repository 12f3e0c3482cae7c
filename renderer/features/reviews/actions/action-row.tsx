import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useWatch } from 'react-hook-form';
import { SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { SuggestField } from '#renderer/forms/suggest-field.tsx';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { actionSchema } from '#shared/domain/review.ts';
import { isBlankAction } from '../hold/conclusion-draft.ts';
import type { Holding } from '../hold/holding.ts';
import classes from './actions.module.css';

/** One action to write, move or remove. */
export function ActionRow(props: {
  readonly holding: Holding;
  readonly at: number;
  readonly last: boolean;
  readonly owners: readonly string[];
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) {
  const { holding, at, last, owners, onMove, onRemove } = props;
  const { form } = holding.conclusion;
  const action = useWatch({ control: form.control, name: `actions.${at}` });
  const unfinished = !isBlankAction(action) && !actionSchema.safeParse(action).success;
  const named = `action ${at + 1}`;
  return (
    <li className={classes.action}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Group gap="xs">
          <Text component="h3" fw={700}>
            Action {at + 1}
          </Text>
          {unfinished ? <ToneBadge tone="warn">Not saved until every part is filled in</ToneBadge> : null}
        </Group>
        <Group gap={6}>
          <ActionIcon
            id={`move-up-${at}`}
            variant="default"
            disabled={at === 0}
            aria-label={`Move ${named} up`}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            id={`move-down-${at}`}
            variant="default"
            disabled={last}
            aria-label={`Move ${named} down`}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={`Remove ${named}`} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <div className={classes.fields}>
        <ProseField form={form} name={`actions.${at}.what`} label="What will be done" required minRows={1} />
        <ProseField
          form={form}
          name={`actions.${at}.measure`}
          label="How it will be measured"
          required
          minRows={1}
        />
        <SuggestField
          form={form}
          name={`actions.${at}.owner`}
          label="Who owns it"
          required
          suggestions={owners}
        />
        <DateField form={form} name={`actions.${at}.dueOn`} label="Due date" required />
        <SelectField
          form={form}
          name={`actions.${at}.capability`}
          label="Capability, if it is for one"
          clearable
          choices={holding.pack.capabilities.map(({ code, title }) => ({
            value: code,
            label: `${code} ${title}`,
          }))}
        />
      </div>
    </li>
  );
}

import { ActionIcon, Group, Paper, Stack, Text, Tooltip } from '@mantine/core';
import { type Icon, IconAlertTriangle, IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useWatch } from 'react-hook-form';
import { ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import type { ZodForm } from '#renderer/forms/use-zod-form.ts';
import type { OutcomeOption } from '#shared/domain/review.ts';
import { looksStatutory } from './outcome-names.ts';

type Values = { outcomes: OutcomeOption[] };

function RowButton(props: {
  readonly label: string;
  readonly icon: Icon;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) {
  const ButtonIcon = props.icon;
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={props.label}
        disabled={props.disabled ?? false}
        onClick={props.onClick}
      >
        <ButtonIcon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

export function OutcomeRow(props: {
  readonly form: ZodForm<Values, Values>;
  readonly at: number;
  readonly count: number;
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onRemove: () => void;
}) {
  const { form, at, count, onUp, onDown, onRemove } = props;
  const { name, likeness } = useWatch({ control: form.control, name: `outcomes.${at}` });
  const called = name.trim() === '' ? `outcome ${at + 1}` : `“${name}”`;
  return (
    <Paper component="li" display="block" withBorder radius="md" p="md">
      <Group align="flex-start" gap="md" wrap="nowrap">
        <Stack gap="sm" flex={1} miw={0}>
          <TextField form={form} name={`outcomes.${at}.name`} label={`Name of outcome ${at + 1}`} required />
          {likeness !== undefined ? (
            <Text size="sm" c="dimmed">
              Looks like the Gold Guide’s: every screen and report that shows it says that it is not.
            </Text>
          ) : looksStatutory(name) ? (
            <Group gap={6} wrap="nowrap" c="var(--mantine-color-error)" role="note">
              <IconAlertTriangle size={18} aria-hidden />
              <Text size="sm">
                This reads like a statutory ARCP outcome. Choose words that cannot be taken for one.
              </Text>
            </Group>
          ) : null}
          <ProseField
            form={form}
            name={`outcomes.${at}.meaning`}
            label="What it means"
            required
            minRows={2}
          />
        </Stack>
        <Stack gap={6} pt={24}>
          <RowButton label={`Move ${called} up`} icon={IconArrowUp} disabled={at === 0} onClick={onUp} />
          <RowButton
            label={`Move ${called} down`}
            icon={IconArrowDown}
            disabled={at === count - 1}
            onClick={onDown}
          />
          <RowButton label={`Remove ${called}`} icon={IconTrash} disabled={count === 1} onClick={onRemove} />
        </Stack>
      </Group>
    </Paper>
  );
}

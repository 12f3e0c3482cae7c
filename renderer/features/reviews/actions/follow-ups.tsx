import { Button, Group, Radio, Text } from '@mantine/core';
import { IconCopyPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useField } from '#renderer/forms/field.ts';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { actionStatusWords } from '#renderer/text/review-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import { type Action, actionStatuses } from '#shared/domain/review.ts';
import { carriedOver } from '../hold/conclusion-draft.ts';
import type { Holding } from '../hold/holding.ts';
import type { ConclusionForm } from '../hold/use-conclusion.ts';
import classes from './actions.module.css';

function Result(props: { readonly form: ConclusionForm; readonly at: number; readonly label: string }) {
  const { form, at, label } = props;
  const { value, onChange, shared } = useField({ form, name: `followUps.${at}.status`, label });
  return (
    <Radio.Group {...shared} value={value ?? null} onChange={onChange}>
      <Group gap="md" mt={6}>
        {actionStatuses.map((status) => (
          <Radio
            key={status}
            value={status}
            label={status === 'open' ? 'Still open' : actionStatusWords[status]}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}

function FollowUp(props: { readonly holding: Holding; readonly action: Action; readonly at: number }) {
  const { holding, action, at } = props;
  const { form } = holding.conclusion;
  const status = useWatch({ control: form.control, name: `followUps.${at}.status` });
  const actions = useWatch({ control: form.control, name: 'actions' });
  const [said, setSaid] = useState('');
  const copied = actions.some(({ what }) => what === action.what);
  const carry = () => {
    const copy = carriedOver(action, holding.review.heldOn);
    form.setValue('actions', [...form.getValues('actions'), copy], { shouldDirty: true });
    setSaid(copy.dueOn === '' ? 'Copied below. It needs a new due date.' : 'Copied below.');
  };
  return (
    <li className={classes.followUp}>
      <Text fw={600}>{action.what}</Text>
      <Text size="sm" c="dimmed">
        {action.owner}, by <UkDate date={action.dueOn} />
        {action.capability === null ? '' : `, for ${action.capability}`}. Measured by: {action.measure}
      </Text>
      <div className={classes.followUpFields}>
        <Result form={form} at={at} label={`What became of action ${at + 1}?`} />
        <TextField form={form} name={`followUps.${at}.note`} label={`Note on action ${at + 1}`} />
      </div>
      {status === 'open' ? (
        <Group gap="sm" mt="xs">
          <Button
            variant="default"
            size="xs"
            disabled={copied || actions.length >= 40}
            leftSection={<IconCopyPlus size={16} aria-hidden />}
            onClick={carry}
          >
            Carry action {at + 1} over
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {said === '' && copied ? 'It is among the new actions.' : said}
          </Text>
        </Group>
      ) : null}
    </li>
  );
}

/** The open actions of the last review, and what this panel finds of each. */
export function FollowUps({ holding }: { readonly holding: Holding }) {
  const { previousActions } = holding;
  if (previousActions.length === 0) return null;
  return (
    <Section
      title="Actions of the last review"
      intro="What became of each. One that is still open can be carried over into the new actions."
    >
      <ol className={classes.list}>
        {previousActions.map((action, at) => (
          <FollowUp key={action.id} holding={holding} action={action} at={at} />
        ))}
      </ol>
    </Section>
  );
}

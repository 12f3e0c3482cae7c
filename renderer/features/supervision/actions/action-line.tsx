import { Button, Text } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import { FieldScope } from '#renderer/forms/field-scope.ts';
import { actionOriginWords } from '#renderer/text/supervision-words.ts';
import { ListedActionBadge } from '#renderer/ui/action-badges.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { ListedAction } from '#shared/domain/supervision/action-list.ts';
import classes from '../supervision.module.css';
import {
  type ActionFormProps,
  CarryForm,
  ChangeForm,
  CloseForm,
  ProgressForm,
  ReopenForm,
} from './action-forms.tsx';
import { ActionHistory } from './action-history.tsx';

type Way = { readonly label: string; readonly form: ComponentType<ActionFormProps> };
const close: Way = { label: 'Close', form: CloseForm };
const carry: Way = { label: 'Carry over', form: CarryForm };
const progress: Way = { label: 'Note progress', form: ProgressForm };
const change: Way = { label: 'Change', form: ChangeForm };
const reopen: Way = { label: 'Open again', form: ReopenForm };

/** What can be done with an action now. The words of a review's stay those that were signed. */
function waysOf({ status, origin }: ListedAction): readonly Way[] {
  if (status !== 'open') return [reopen];
  return origin.kind === 'review' ? [close, carry, progress] : [close, carry, progress, change];
}

function Origin({ action: { origin, setOn } }: { readonly action: ListedAction }) {
  const words = actionOriginWords[origin.kind];
  const place =
    origin.id === null ? null : origin.kind === 'meeting' ? (
      <TextLink to={paths.meeting} params={{ id: origin.id }}>
        {words}
      </TextLink>
    ) : origin.kind === 'review' ? (
      <TextLink to={paths.review} params={{ id: origin.id }}>
        {words}
      </TextLink>
    ) : null;
  return (
    <>
      {place ?? words}, <UkDate date={setOn} />
    </>
  );
}

/** One action with what happened to it, and what can be done. */
export function ActionLine(props: { readonly action: ListedAction; readonly owners: readonly string[] }) {
  const { action, owners } = props;
  const { id, what, owner, dueOn, capability, measure } = action;
  const [opened, setOpened] = useState<Way | null>(null);
  const Form = opened?.form;
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <Text fw={600}>{what}</Text>
        <Text size="sm">
          {owner}, by <UkDate date={dueOn} />
          {capability === null ? '' : `, for ${capability}`}. Measured by: {measure}
        </Text>
        <Text size="sm" c="dimmed">
          <Origin action={action} />
        </Text>
        <ActionHistory action={action} />
      </div>
      <div className={classes.does}>
        <ListedActionBadge action={action} />
        {waysOf(action).map((way) => (
          <Button
            key={way.label}
            variant="default"
            size="xs"
            aria-expanded={opened === way}
            aria-label={`${way.label}: ${what}`}
            onClick={() => setOpened(opened === way ? null : way)}
          >
            {way.label}
          </Button>
        ))}
      </div>
      {Form === undefined ? null : (
        <div className={classes.wide}>
          <FieldScope value={id}>
            <Form action={action} owners={owners} onDone={() => setOpened(null)} />
          </FieldScope>
        </div>
      )}
    </li>
  );
}

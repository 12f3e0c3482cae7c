import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Saving } from '#renderer/forms/autosave.ts';
import { fieldId } from '#renderer/forms/field.ts';
import { timeWords } from '#renderer/text/format.ts';
import { issueWords } from '#renderer/text/issue-words.ts';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import { fieldOf } from './labels.ts';
import { revealAndFocus } from './reveal.ts';

function Missing(props: { readonly type: EvidenceTypeId; readonly problems: readonly Issue[] }) {
  return (
    <>
      Not saved yet.{' '}
      {props.problems.map((problem, at) => {
        const { name, label } = fieldOf(props.type, problem);
        return (
          <span key={name}>
            {at === 0 ? '' : '; '}
            <Anchor
              href={`#${fieldId(name)}`}
              size="sm"
              underline="always"
              onClick={(event) => {
                event.preventDefault();
                revealAndFocus(document.getElementById(fieldId(name)));
              }}
            >
              {label}
            </Anchor>
            : {issueWords(problem.code).toLowerCase()}
          </span>
        );
      })}
      . What you typed stays here.
    </>
  );
}

/** How saving stands, at the foot of the form: quiet when all is well, exact when something is missing. */
export function SaveLine(props: {
  readonly saving: Saving;
  readonly type: EvidenceTypeId;
  readonly isNew: boolean;
  readonly onRetry: () => void;
}) {
  const { saving, type, isNew, onRetry } = props;
  switch (saving.is) {
    case 'untouched':
      return (
        <Text size="sm" c="dimmed">
          {isNew
            ? 'Saved by itself as soon as there is a title and a date.'
            : 'Changes are saved by themselves.'}
        </Text>
      );
    case 'saving':
      return (
        <Text size="sm" c="dimmed">
          Saving …
        </Text>
      );
    case 'saved':
      return (
        <Group gap={6} wrap="nowrap">
          <IconCircleCheck size={18} aria-hidden />
          <Text size="sm">
            Saved {timeWords(saving.at)}
            {saving.heldBack ? ', all but a mark that is not complete' : ''}
          </Text>
        </Group>
      );
    case 'incomplete':
      return (
        <Group gap={6} wrap="nowrap" align="flex-start">
          <IconAlertTriangle size={18} aria-hidden />
          <Text size="sm">
            <Missing type={type} problems={saving.problems} />
          </Text>
        </Group>
      );
    case 'failed': {
      const { what, safe, next } = wordsFor(saving.fault);
      return (
        <Group gap="sm" align="flex-start">
          <Text size="sm" c="var(--mantine-color-error)" role="alert" flex="1 1 16rem">
            Not saved. {what}. {safe} {next}
          </Text>
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            Try again
          </Button>
        </Group>
      );
    }
  }
}

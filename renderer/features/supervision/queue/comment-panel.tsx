import { Button, CloseButton, Kbd, Text, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconEye, IconListDetails, IconMessage } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { useField } from '#renderer/forms/field.ts';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { sbiHints, sbiLabels } from '#renderer/text/feedback-words.ts';
import { passageWords } from '#renderer/text/passage-words.ts';
import { useSingleKeys } from '#renderer/ui/single-keys.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Id } from '#shared/domain/ids.ts';
import type { FeedbackInput } from '#shared/domain/supervision/feedback.ts';
import { type DraftsForm, sbiParts } from './drafts.ts';
import classes from './queue.module.css';

export type Verdict = FeedbackInput['verdict'];

export const commentId = 'queue-comment';
const sbiId = 'queue-sbi';

function Comment(props: { readonly form: DraftsForm; readonly item: Id; readonly mode: Verdict }) {
  const { form, item, mode } = props;
  const { value, onChange, shared } = useField({
    form,
    name: `drafts.${item}.comment`,
    label: mode === 'returned' ? 'Why it goes back, and what the doctor does next' : 'Comment',
  });
  return (
    <Textarea
      {...shared}
      id={commentId}
      required={mode === 'returned'}
      withAsterisk={mode === 'returned'}
      autosize
      minRows={2}
      maxRows={8}
      maxLength={4000}
      value={typeof value === 'string' ? value : ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onKeyDown={(event) => {
        // Out of the field, so that the single keys work again; the text stays.
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

function Passage(props: { readonly form: DraftsForm; readonly item: Id }) {
  const { form, item } = props;
  const passage = useWatch({ control: form.control, name: `drafts.${item}.passage` }) ?? null;
  if (passage === null) return null;
  return (
    <div className={classes.about}>
      <Text size="sm">About {passageWords(passage)}</Text>
      <CloseButton
        aria-label="The comment is about the whole item"
        onClick={() => form.setValue(`drafts.${item}.passage`, null, { shouldDirty: true })}
      />
    </div>
  );
}

function Act(props: {
  readonly icon: typeof IconCheck;
  readonly shortcut: string;
  readonly main?: boolean;
  readonly busy: boolean;
  /** Of a button that opens something. */
  readonly expanded?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  const { icon: ActIcon, shortcut, main = false, busy, expanded, onPress, children } = props;
  const keys = useSingleKeys();
  return (
    <Button
      variant={main ? 'filled' : 'default'}
      leftSection={<ActIcon size={18} aria-hidden />}
      rightSection={
        keys ? (
          <Kbd size="xs" aria-hidden className={classes.kbd}>
            {shortcut}
          </Kbd>
        ) : null
      }
      disabled={busy}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}

/** What is said of the item, and the four ways to say it. */
export function CommentPanel(props: {
  readonly form: DraftsForm;
  readonly item: Id;
  /** What Ctrl+Enter will send. */
  readonly mode: Verdict;
  readonly sbi: boolean;
  readonly busy: boolean;
  readonly failed: unknown;
  readonly onSbi: () => void;
  readonly onSend: (verdict: Verdict) => void;
  /** Sends, where there is something written; else shows where to write. */
  readonly onBegin: (verdict: 'returned' | 'comment') => void;
  readonly box: RefObject<HTMLDivElement | null>;
}) {
  const { form, item, mode, sbi, busy, failed, onSbi, onSend, onBegin, box } = props;
  useEffect(() => {
    if (sbi) document.getElementById(sbiId)?.querySelector('textarea')?.focus();
  }, [sbi]);
  return (
    <div className={classes.say} ref={box}>
      <Passage form={form} item={item} />
      <Comment form={form} item={item} mode={mode} />
      {sbi ? (
        <fieldset className={classes.sbi} id={sbiId}>
          <legend>Situation, behaviour, impact</legend>
          {sbiParts.map((part) => (
            <ProseField
              key={part}
              form={form}
              name={`drafts.${item}.${part}`}
              label={sbiLabels[part]}
              description={sbiHints[part]}
              minRows={1}
            />
          ))}
        </fieldset>
      ) : null}
      {failed === null ? null : <FailedState error={failed} />}
      <div className={classes.acts}>
        <Act icon={IconCheck} shortcut="A" main busy={busy} onPress={() => onSend('accepted')}>
          Accept
        </Act>
        <Act icon={IconArrowBackUp} shortcut="R" busy={busy} onPress={() => onBegin('returned')}>
          Return
        </Act>
        <Act icon={IconMessage} shortcut="C" busy={busy} onPress={() => onBegin('comment')}>
          Comment
        </Act>
        <Act icon={IconEye} shortcut="S" busy={busy} onPress={() => onSend('seen')}>
          Seen
        </Act>
        <Act icon={IconListDetails} shortcut="B" busy={busy} expanded={sbi} onPress={onSbi}>
          SBI
        </Act>
        <Text size="xs" c="dimmed" className={classes.hint ?? ''}>
          <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>{' '}
          {mode === 'returned' ? 'returns it with this comment' : 'sends the comment'}
        </Text>
      </div>
    </div>
  );
}

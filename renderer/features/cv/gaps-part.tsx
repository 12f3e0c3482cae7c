import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { count } from '#renderer/text/format.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { CvView } from '#shared/contract/cv.ts';
import { gapReasonSchema } from '#shared/domain/cv/cv.ts';
import { sectionTitles } from '#shared/domain/cv/document.ts';
import { ukDate } from '#shared/domain/dates.ts';
import classes from './cv.module.css';
import { CvForm } from './cv-form.tsx';
import { useCvChange } from './use-cv.ts';

const reasonSchema = z.strictObject({ reason: gapReasonSchema.shape.reason });
type Span = { readonly from: string; readonly to: string };
const spanWords = ({ from, to }: Span): string => `${ukDate(from)} – ${ukDate(to)}`;

function ReasonForm({ span, onDone }: { readonly span: Span; readonly onDone: () => void }) {
  const form = useZodForm(reasonSchema, { reason: '' });
  const { change, error, busy } = useCvChange(onDone);
  const label = `What you did, ${spanWords(span)}`;
  return (
    <CvForm
      form={form}
      onSubmit={({ reason }) => change({ kind: 'gap', gap: { from: span.from, to: span.to, reason } })}
      labels={{ reason: label }}
      summary={false}
      busy={busy}
      failure={error}
      onCancel={onDone}
    >
      <TextField
        form={form}
        name="reason"
        label={label}
        description="For example: moved to the UK, examinations, caring for family."
        required
        autoFocus
      />
    </CvForm>
  );
}

function GapLine({ gap }: { readonly gap: CvView['gaps'][number] }) {
  const [writing, setWriting] = useState(false);
  const { change, error, busy } = useCvChange();
  const { days, openDays, explained } = gap;
  return (
    <li className={classes.line}>
      <div className={classes.when}>
        <Text size="sm">{spanWords(gap)}</Text>
        <Text size="sm" c="dimmed">
          {count(days, 'day')}
        </Text>
      </div>
      <div className={classes.words}>
        {explained.map(({ from, to, reason, by }) => (
          <Group key={`${by} ${from} ${to}`} gap="xs">
            <Text size="sm">
              {reason === '' ? 'Break, no reason given' : reason}
              {explained.length === 1 && openDays === 0 ? '' : `, ${spanWords({ from, to })}`}
            </Text>
            {by === 'cv' ? (
              <Button
                variant="default"
                size="compact-xs"
                loading={busy}
                aria-label={`Remove the reason: ${reason}`}
                onClick={() => change({ kind: 'remove-gap', from, to })}
              >
                Remove
              </Button>
            ) : (
              <TextLink to={paths.settings} search={{ tab: 'portfolio' }} size="sm">
                Breaks in Settings
              </TextLink>
            )}
          </Group>
        ))}
        {openDays === 0 ? null : (
          <Text size="sm">
            <strong>{count(openDays, 'day')} without a reason.</strong>
          </Text>
        )}
        {writing ? <ReasonForm span={gap} onDone={() => setWriting(false)} /> : null}
        {error === null ? null : <FailedState error={error} />}
      </div>
      {openDays === 0 || writing ? null : (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Give the reason, ${spanWords(gap)}`}
          onClick={() => setWriting(true)}
        >
          Give the reason
        </Button>
      )}
    </li>
  );
}

/** Gaps the guidance wants a reason for. */
export function GapsPart({ view }: { readonly view: CvView }) {
  const { gaps, gapDays, posts, since } = view;
  return (
    <Section
      title={sectionTitles.gaps}
      intro={
        <>
          More than {gapDays} days without a post,{' '}
          {since === null ? 'since your first post' : 'since your primary qualification'}. Leave and illness
          belong into{' '}
          <TextLink to={paths.settings} search={{ tab: 'portfolio' }} size="sm">
            breaks, in Settings
          </TextLink>
          , where they also stop the clock of the window.
        </>
      }
    >
      {gaps.length === 0 ? (
        <Text size="sm" c="dimmed">
          {posts.length === 0 ? 'Add your posts first.' : `No gap of more than ${gapDays} days.`}
        </Text>
      ) : (
        <ul className={classes.list}>
          {gaps.toReversed().map((gap) => (
            <GapLine key={gap.from} gap={gap} />
          ))}
        </ul>
      )}
    </Section>
  );
}

import { Button, Kbd, Radio, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useField } from '#renderer/forms/field.ts';
import { judgementWords } from '#renderer/text/review-words.ts';
import { judgementLevels } from '#shared/domain/review.ts';
import type { JudgementForm } from '../hold/use-judgements.ts';
import classes from './judge.module.css';

function Levels(props: { readonly form: JudgementForm; readonly at: number; readonly code: string }) {
  const { form, at, code } = props;
  const { value, onChange, shared } = useField({
    form,
    name: `judgements.${at}.level`,
    label: `Judgement of ${code}`,
    required: true,
  });
  return (
    <Radio.Group {...shared} value={value ?? null} onChange={onChange}>
      <div className={classes.levels}>
        {judgementLevels.map((level, place) => (
          <Radio
            key={level}
            value={level}
            className={classes.level ?? ''}
            label={
              <>
                {judgementWords[level].title}{' '}
                <Kbd size="xs" aria-hidden>
                  {place + 1}
                </Kbd>
              </>
            }
            description={judgementWords[level].meaning}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

function Reason(props: {
  readonly form: JudgementForm;
  readonly at: number;
  readonly code: string;
  readonly reasonRef: RefObject<HTMLTextAreaElement | null>;
}) {
  const { form, at, code, reasonRef } = props;
  const { value, onChange, shared } = useField({
    form,
    name: `judgements.${at}.reason`,
    label: `Reason for ${code}`,
    required: true,
  });
  return (
    <Textarea
      {...shared}
      ref={(element) => {
        shared.ref(element);
        reasonRef.current = element;
      }}
      placeholder="What the panel saw, what it shows, and what it would still like to see"
      autosize
      minRows={2}
      maxRows={6}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The level and the reason, kept in sight beside the evidence, and the way to the next capability. */
export function JudgementPanel(props: {
  readonly form: JudgementForm;
  readonly at: number;
  readonly code: string;
  readonly total: number;
  readonly reasonRef: RefObject<HTMLTextAreaElement | null>;
  readonly onGo: (at: number) => void;
}) {
  const { form, at, code, total, reasonRef, onGo } = props;
  return (
    <div className={classes.judgement}>
      <Levels form={form} at={at} code={code} />
      <div className={classes.reasonRow}>
        <Reason form={form} at={at} code={code} reasonRef={reasonRef} />
        <div className={classes.moves}>
          <Button
            size="xs"
            variant="default"
            disabled={at === total - 1}
            rightSection={<IconArrowDown size={16} aria-hidden />}
            onClick={() => onGo(at + 1)}
          >
            Next capability
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={at === 0}
            rightSection={<IconArrowUp size={16} aria-hidden />}
            onClick={() => onGo(at - 1)}
          >
            Previous capability
          </Button>
        </div>
      </div>
    </div>
  );
}

import { Button, Group, Kbd, Radio, Text, Textarea, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useField } from '#renderer/forms/field.ts';
import type { ZodForm } from '#renderer/forms/use-zod-form.ts';
import { strengthWords } from '#renderer/text/coverage-words.ts';
import { count } from '#renderer/text/format.ts';
import { ratingWords } from '#renderer/text/rating-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { strengthSchema } from '#shared/domain/coverage/types.ts';
import { ratingLevels } from '#shared/domain/supervision/rating.ts';
import type { YearFacts } from '#shared/domain/supervision/supervisor-report.ts';
import classes from './report.module.css';
import type { LevelChoice, ReportDrafts } from './report-drafts.ts';
import { useCapabilityKeys } from './use-capability-keys.ts';

type Form = ZodForm<ReportDrafts, ReportDrafts>;
type Facts = YearFacts['capabilities'][number];

const choices: readonly { readonly value: LevelChoice; readonly label: string; readonly meaning: string }[] =
  [
    ...ratingLevels.map((level) => ({
      value: level,
      label: ratingWords[level].title,
      meaning: ratingWords[level].meaning,
    })),
    { value: 'not-seen', label: 'Not seen', meaning: 'I had no chance to see it this year.' },
  ];

const strengthOf = (strength: string) => {
  const known = strengthSchema.safeParse(strength);
  return known.success ? strengthWords[known.data].title : strength;
};

function Beside({ facts, onUse }: { readonly facts: Facts; readonly onUse: (() => void) | null }) {
  const { items, inWindow, strength, selfRating, lastRating } = facts;
  return (
    <div className={classes.beside}>
      <Text size="sm">
        {count(items, 'item')} linked, {inWindow} in the window. Counts: {strengthOf(strength).toLowerCase()}.
      </Text>
      <Text size="sm">
        Doctor’s own rating: {selfRating === null ? 'none' : ratingWords[selfRating].title.toLowerCase()}.
      </Text>
      {lastRating === null ? null : (
        <Group gap="xs">
          <Text size="sm">Your last rating: {ratingWords[lastRating].title.toLowerCase()}.</Text>
          {onUse === null ? null : (
            <Button size="compact-xs" variant="default" onClick={onUse}>
              Use it
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

function One(props: { readonly form: Form; readonly at: number; readonly facts: Facts }) {
  const { form, at, facts } = props;
  const level = useField({
    form,
    name: `capabilities.${at}.choice`,
    label: `Level of ${facts.code}`,
  });
  const comment = useField({ form, name: `capabilities.${at}.comment`, label: `Comment on ${facts.code}` });
  const { lastRating } = facts;
  return (
    <>
      <Title order={3} size="h4">
        {facts.code} {facts.title}
      </Title>
      <Beside
        facts={facts}
        onUse={lastRating === null || level.value === lastRating ? null : () => level.onChange(lastRating)}
      />
      <Radio.Group {...level.shared} value={level.value ?? null} onChange={level.onChange}>
        <div className={classes.levels}>
          {choices.map(({ value, label, meaning }, place) => (
            <Radio
              key={value}
              value={value}
              description={meaning}
              label={
                <>
                  {label}{' '}
                  <Kbd size="xs" aria-hidden>
                    {place + 1}
                  </Kbd>
                </>
              }
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        {...comment.shared}
        autosize
        minRows={3}
        maxRows={12}
        placeholder="What you saw that supports this level"
        value={comment.value}
        onChange={(event) => comment.onChange(event.currentTarget.value)}
      />
    </>
  );
}

const isWritten = ({ choice, comment }: ReportDrafts['capabilities'][number]) =>
  choice !== null || comment.trim() !== '';

/** One capability after another, with what is known of it beside it. */
export function CapabilityPart(props: {
  readonly form: Form;
  readonly facts: YearFacts['capabilities'];
  readonly at: number;
  readonly onGo: (at: number) => void;
}) {
  const { form, facts, at, onGo } = props;
  const drafts = useWatch({ control: form.control, name: 'capabilities' });
  const [told, tell] = useState('');
  const panel = useRef<HTMLDivElement>(null);
  const go = (to: number) => {
    const next = Math.min(facts.length - 1, Math.max(0, to));
    onGo(next);
    tell(`${facts[next]?.code ?? ''}, ${next + 1} of ${facts.length}`);
    if (panel.current?.contains(document.activeElement) === true) panel.current.focus();
  };
  useCapabilityKeys({
    onMove: (by) => go(at + by),
    onLevel: (place) => {
      const choice = choices[place]?.value;
      if (choice !== undefined)
        form.setValue(`capabilities.${at}.choice`, choice, { shouldDirty: true, shouldTouch: true });
    },
  });
  const shown = facts[at];
  const done = drafts.filter(isWritten).length;
  return (
    <Section
      title="Each capability"
      intro={`${done} of ${facts.length} written. A level, a comment, or “not seen” for each. Alt with an arrow goes to the next; the numbers choose a level when you are not typing.`}
    >
      <div className={classes.panes}>
        <ul className={classes.codes} aria-label="Capabilities">
          {facts.map(({ code, title }, place) => {
            const draft = drafts[place];
            const written = draft !== undefined && isWritten(draft);
            return (
              <li key={code}>
                <Button
                  size="compact-sm"
                  variant={place === at ? 'filled' : 'default'}
                  aria-current={place === at ? 'true' : undefined}
                  aria-label={`${code} ${title}${written ? ', written' : ''}`}
                  leftSection={written ? <IconCheck size={14} aria-hidden /> : undefined}
                  onClick={() => go(place)}
                >
                  {code}
                </Button>
              </li>
            );
          })}
        </ul>
        {shown === undefined ? null : (
          <div className={classes.one} ref={panel} tabIndex={-1}>
            <One key={shown.code} form={form} at={at} facts={shown} />
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                disabled={at === facts.length - 1}
                rightSection={<IconArrowDown size={16} aria-hidden />}
                onClick={() => go(at + 1)}
              >
                Next capability
              </Button>
              <Button
                size="xs"
                variant="default"
                disabled={at === 0}
                rightSection={<IconArrowUp size={16} aria-hidden />}
                onClick={() => go(at - 1)}
              >
                Previous capability
              </Button>
              <Text size="sm" c="dimmed" role="status">
                {told}
              </Text>
            </Group>
          </div>
        )}
      </div>
    </Section>
  );
}

import { Group, Kbd, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useField } from '#renderer/forms/field.ts';
import { SavingLine } from '#renderer/forms/saving-line.tsx';
import { judgementWords } from '#renderer/text/review-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { judgementLevels } from '#shared/domain/review.ts';
import type { Holding } from '../hold/holding.ts';
import type { JudgementForm } from '../hold/use-judgements.ts';
import classes from './type-in.module.css';

type Row = { readonly form: JudgementForm; readonly at: number; readonly code: string };

function Level({ form, at, code }: Row) {
  const { value, onChange, shared } = useField({
    form,
    name: `judgements.${at}.level`,
    label: `Judgement of ${code}`,
  });
  // The number of the box on the paper, from the left.
  const byNumber = (key: string) => judgementLevels[Number(key) - 1];
  return (
    <Radio.Group
      {...shared}
      value={value ?? null}
      onChange={onChange}
      onKeyDown={({ key, nativeEvent }) => {
        const level = byNumber(key);
        if (level === undefined || nativeEvent.altKey || nativeEvent.ctrlKey) return;
        onChange(level);
      }}
    >
      <Group gap="md" mt={4}>
        {judgementLevels.map((level, place) => (
          <Radio
            key={level}
            value={level}
            label={
              <>
                {judgementWords[level].title}{' '}
                <Kbd size="xs" aria-hidden>
                  {place + 1}
                </Kbd>
              </>
            }
          />
        ))}
      </Group>
    </Radio.Group>
  );
}

function Written(
  props: Row & { readonly part: 'reason' | 'progressMade' | 'progressNeeded'; readonly label: string },
) {
  const { form, at, code, part, label } = props;
  const { value, onChange, shared } = useField({
    form,
    name: `judgements.${at}.${part}`,
    label: `${label}, ${code}`,
  });
  return (
    <Textarea
      {...shared}
      autosize
      minRows={part === 'reason' ? 2 : 1}
      maxRows={8}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A row a capability, as on the paper: the box, the reason, and progress beside each other. */
export function TypedJudgements({ holding }: { readonly holding: Holding }) {
  const { pack, judgements } = holding;
  const { form, saver } = judgements;
  return (
    <Section
      title={`Judgement of each ${pack.capabilityName}`}
      intro="Press 1 to 4 for the box that is ticked, then Tab to go on. A judgement is saved once it has a level and a reason."
      actions={<SavingLine saver={saver} />}
    >
      <ol className={classes.rows}>
        {pack.capabilities.map(({ code, title }, at) => {
          const row = { form, at, code };
          return (
            <li key={code} className={classes.row}>
              <Stack gap="xs">
                <Text fw={700}>
                  {code} {title}
                </Text>
                <Level {...row} />
                <Written {...row} part="reason" label="Reason" />
                <div className={classes.two}>
                  <Written {...row} part="progressMade" label="Progress made" />
                  <Written {...row} part="progressNeeded" label="Progress needed" />
                </div>
              </Stack>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

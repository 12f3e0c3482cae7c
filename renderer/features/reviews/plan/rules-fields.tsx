import { Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { NumberField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import type { ZodForm } from '#renderer/forms/use-zod-form.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { ReviewPlan } from '#shared/domain/review.ts';
import classes from './plan.module.css';
import type { PlanDraft } from './plan-draft.ts';
import { daysAround, quorumFor, sameDays } from './rules-defaults.ts';

const changed = { shouldDirty: true } as const;

/** The days follow the review's, and the number of members its panel, until somebody has changed them. */
function useFollowing(form: ZodForm<PlanDraft, ReviewPlan>, doctor: string): void {
  const heldOn = useWatch({ control: form.control, name: 'heldOn' });
  const panel = useWatch({ control: form.control, name: 'panel' });
  const quorum = quorumFor(panel, doctor);
  const known = useRef({ heldOn: form.getValues('heldOn'), quorum });
  useEffect(() => {
    const rules = form.getValues('rules');
    const before = known.current;
    known.current = { heldOn, quorum };
    if (rules === undefined) return;
    if (heldOn !== before.heldOn && sameDays(rules, daysAround(before.heldOn))) {
      const days = daysAround(heldOn);
      form.setValue('rules.evidenceBy', days.evidenceBy, changed);
      form.setValue('rules.window.from', days.window.from, changed);
      form.setValue('rules.window.to', days.window.to, changed);
      if (days.evidenceBy !== '') form.clearErrors('rules');
    }
    if (quorum !== before.quorum && rules.quorum === before.quorum)
      form.setValue('rules.quorum', quorum, changed);
  }, [heldOn, quorum, form]);
}

/** How the review is run: by when evidence is handed in, when the panel reads, and how many must judge. */
export function RulesFields(props: {
  readonly form: ZodForm<PlanDraft, ReviewPlan>;
  readonly doctor: string;
  /** Evidence is handed in: the days are changed by a step of their own. */
  readonly daysFixed: boolean;
}) {
  const { form, doctor, daysFixed } = props;
  useFollowing(form, doctor);
  return (
    <Section
      title="Evidence and reading"
      intro="What is handed in is frozen for the panel. It opens to the panel on the first of its days and shuts after the last, by itself."
    >
      <Stack gap="md">
        {daysFixed ? (
          <Text size="sm">
            Evidence has been handed in. The panel’s days are changed on the review’s page, with the reason.
          </Text>
        ) : (
          <div className={classes.period}>
            <DateField form={form} name="rules.evidenceBy" label="Evidence by" required />
            <DateField form={form} name="rules.window.from" label="Open to the panel from" required />
            <DateField form={form} name="rules.window.to" label="Open to the panel to" required />
          </div>
        )}
        <NumberField
          form={form}
          name="rules.quorum"
          label="Members who must judge"
          description="Without a conflict of interest, the chair among them. The chair cannot sign before."
          maw="24rem"
          whole
          required
        />
        <NumberField
          form={form}
          name="rules.responseDays"
          label="Working days for asking for a second look"
          description="Counted from the release. Weekends are left out; bank holidays are not."
          maw="24rem"
          whole
          required
        />
      </Stack>
    </Section>
  );
}

import { Button, Stack } from '@mantine/core';

import { type ReactNode, useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { DateField } from '#renderer/forms/date-field.tsx';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { showIssues, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { ReviewPlan } from '#shared/domain/review.ts';
import { PanelFields } from './panel-fields.tsx';
import classes from './plan.module.css';
import {
  nobodyNamed,
  type PlanDraft,
  periodBefore,
  planLabels,
  planSchema,
  samePanel,
} from './plan-draft.ts';
import { RulesFields } from './rules-fields.tsx';

const changed = { shouldDirty: true } as const;

/** When and where a review is held, what it covers and who holds it. */
export function PlanForm(props: {
  readonly start: PlanDraft;
  readonly doctor: string;
  /** The last review, whose panel may meet again. */
  readonly last: ReviewPlan | undefined;
  /** Evidence is handed in: the panel’s days are no longer changed here. */
  readonly daysFixed?: boolean;
  readonly submit: string;
  readonly failure: unknown;
  readonly others: ReactNode;
  /** What is being written, and what was kept of it before. */
  readonly textKey: string;
  readonly kept: KeptValues | null;
  /** Saves; rejects with what the app refused. */
  readonly onSave: (plan: ReviewPlan) => Promise<unknown>;
}) {
  const { start, doctor, last, daysFixed = false, submit, failure, others, textKey, kept, onSave } = props;
  const form = useZodForm(planSchema, start);
  const heldOn = useWatch({ control: form.control, name: 'heldOn' });
  const panel = useWatch({ control: form.control, name: 'panel' });
  const known = useRef(start.heldOn);
  const saved = useRef(false);
  const { isDirty, isSubmitting } = form.formState;

  useEffect(() => {
    // The period follows the date until somebody has changed it.
    if (heldOn === known.current) return;
    const before = periodBefore(known.current);
    known.current = heldOn;
    const { from, to } = form.getValues('period');
    if (from === before.from && to === before.to) {
      form.setValue('period', periodBefore(heldOn), changed);
      if (periodBefore(heldOn).to !== '') form.clearErrors('period');
    }
  }, [heldOn, form]);

  const { drop } = useKeepText({ textKey, forms: { plan: form }, unsaved: isDirty, kept });

  const save = async (plan: ReviewPlan) => {
    saved.current = true;
    await onSave(plan).then(drop, (fault: unknown) => {
      saved.current = false;
      showIssues(form, fault, ['plan']);
    });
  };
  return (
    <>
      <LeaveGuard unsaved={isDirty && !isSubmitting && !saved.current} onLose={drop} />
      <ZodForm
        form={form}
        onSubmit={save}
        submit={submit}
        labels={planLabels(panel.length)}
        failure={failure}
        others={others}
      >
        <Section title="When and where">
          <Stack gap="md">
            <DateField form={form} name="heldOn" label="Date of the review" required />
            <TextField
              form={form}
              name="place"
              label="Place"
              maw="32rem"
              description="A room or building, or how the panel meets online."
            />
          </Stack>
        </Section>
        <Section
          title="The period it covers"
          intro="Usually the twelve months up to the date of the review. Older evidence can still be seen."
        >
          <div className={classes.period}>
            <DateField form={form} name="period.from" label="Period from" required />
            <DateField form={form} name="period.to" label="Period to" required />
          </div>
        </Section>
        {start.rules === undefined ? null : <RulesFields form={form} doctor={doctor} daysFixed={daysFixed} />}
        <Section
          title="The panel"
          intro="One chair, who signs the report, and the members. They are named in the report."
          actions={
            last !== undefined && nobodyNamed(panel) ? (
              <Button
                variant="default"
                size="xs"
                onClick={() => form.setValue('panel', samePanel(last), changed)}
              >
                Use the last review’s panel
              </Button>
            ) : undefined
          }
        >
          <PanelFields form={form} doctor={doctor} />
        </Section>
      </ZodForm>
    </>
  );
}

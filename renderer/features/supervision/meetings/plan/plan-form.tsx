import { Stack } from '@mantine/core';
import { useRef } from 'react';
import { CheckboxesField, type Choice, NumberField, SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { showIssues, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { meetingKindWords } from '#renderer/text/supervision-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { meetingKinds } from '#shared/domain/supervision/meeting.ts';
import classes from '../../supervision.module.css';
import { type PlanDraft, type PlanValue, planDraftSchema, planLabels } from './plan-draft.ts';

const kindChoices = meetingKinds.map((kind) => ({ value: kind, label: meetingKindWords[kind] }));

/** When and where a meeting is, and with whom. */
export function PlanForm(props: {
  readonly start: PlanDraft;
  /** Other portfolios of this vault, for group supervision. */
  readonly doctors: readonly Choice[];
  readonly textKey: string;
  readonly kept: KeptValues | null;
  readonly failure: unknown;
  readonly onPlan: (plan: PlanValue) => Promise<unknown>;
}) {
  const { start, doctors, textKey, kept, failure, onPlan } = props;
  const form = useZodForm(planDraftSchema, start);
  const saved = useRef(false);
  const { isDirty, isSubmitting } = form.formState;
  const { drop } = useKeepText({ textKey, forms: { plan: form }, unsaved: isDirty, kept });
  const save = async (plan: PlanValue) => {
    saved.current = true;
    await onPlan(plan).then(drop, (fault: unknown) => {
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
        submit="Plan the meeting"
        labels={planLabels}
        failure={failure}
        others={
          <LinkButton to={paths.meetings} variant="default">
            Cancel
          </LinkButton>
        }
      >
        <Section title="When and where">
          <Stack gap="md">
            <div className={classes.fields}>
              <SelectField form={form} name="kind" label={planLabels.kind} required choices={kindChoices} />
              <DateField form={form} name="on" label={planLabels.on} required />
              <OptionalTextField
                form={form}
                name="startsAt"
                label={planLabels.startsAt}
                placeholder="HH:MM"
                inputMode="numeric"
              />
              <NumberField form={form} name="minutes" label={planLabels.minutes} required whole maw="8rem" />
            </div>
            <TextField
              form={form}
              name="place"
              label={planLabels.place}
              description="A room, or how you meet online."
              maw="32rem"
            />
          </Stack>
        </Section>
        <Section title="With whom" intro="Others can be added in the meeting itself.">
          <div className={classes.fields}>
            <TextField form={form} name="supervisor.name" label={planLabels['supervisor.name']} required />
            <TextField form={form} name="supervisor.role" label={planLabels['supervisor.role']} />
            <OptionalTextField
              form={form}
              name="supervisor.gmcNumber"
              label={planLabels['supervisor.gmcNumber']}
              inputMode="numeric"
            />
          </div>
        </Section>
        {doctors.length === 0 ? null : (
          <Section
            title="Several doctors at once"
            intro="Each gets a record of their own, in their own portfolio, which does not name the others."
          >
            <CheckboxesField form={form} name="others" label={planLabels.others} choices={doctors} />
          </Section>
        )}
      </ZodForm>
    </>
  );
}

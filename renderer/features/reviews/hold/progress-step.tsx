import { Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useFormState, useWatch } from 'react-hook-form';
import { SavingLine } from '#renderer/forms/saving-line.tsx';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Holding } from './holding.ts';
import { StepFrame } from './step-frame.tsx';

/** What has moved, and what still has to. */
export function ProgressStep(props: { readonly holding: Holding; readonly arrived: boolean }) {
  const { holding, arrived } = props;
  const { form, saver } = holding.conclusion;
  const made = useWatch({ control: form.control, name: 'progressMade' });
  const needed = useWatch({ control: form.control, name: 'progressNeeded' });
  const { errors } = useFormState({ control: form.control, name: ['progressMade', 'progressNeeded'] });
  const tooLong = errors.progressMade !== undefined || errors.progressNeeded !== undefined;
  return (
    <StepFrame
      reviewId={holding.review.id}
      step="progress"
      arrived={arrived}
      aside={
        <SavingLine saver={saver} held={tooLong ? 'Not all of it is saved: see the field' : undefined} />
      }
    >
      <Section title="Progress made">
        <ProseField
          form={form}
          name="progressMade"
          label="What has the doctor achieved in this period?"
          description="New evidence and what it shows; work in teaching, leadership, governance, audit and research; what became of the last actions; strengths the panel wants to name."
          minRows={7}
        />
      </Section>
      <Section title="Progress needed">
        <Stack gap="sm">
          <ProseField
            form={form}
            name="progressNeeded"
            label="What is still needed before the target date?"
            description="Capabilities with little or old evidence; what is not verified; experience that has to be arranged; help the doctor should get, and from whom. Say what, not only how much."
            minRows={7}
          />
          {made !== '' && made === needed ? (
            <Note tone="warn" icon={IconAlertTriangle} title="Both texts are the same">
              Check that each is in its own box.
            </Note>
          ) : null}
        </Stack>
      </Section>
    </StepFrame>
  );
}

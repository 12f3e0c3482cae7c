import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { showIssues, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { announceSave } from '#renderer/ui/save-state.ts';
import { type OutcomeOption, outcomeOptionSchema } from '#shared/domain/review.ts';
import { newOutcomeId } from './outcome-names.ts';
import { OutcomeRow } from './outcome-row.tsx';
import { ReadyLists } from './ready-lists.tsx';

const most = 20;
const schema = z.strictObject({
  outcomes: z.array(outcomeOptionSchema).min(1, { error: 'required' }).max(most),
});
const labels = { outcomes: 'Outcomes', 'outcomes.name': 'Name', 'outcomes.meaning': 'Meaning' };

export const outcomesTextKey = 'settings/outcomes';

export function OutcomesForm(props: {
  readonly outcomes: readonly OutcomeOption[];
  /** What was being written when Waymark locked or was closed. */
  readonly kept: KeptValues | null;
}) {
  const form = useZodForm(schema, { outcomes: [...props.outcomes] });
  const { fields, append, move, remove, replace } = useFieldArray({
    control: form.control,
    name: 'outcomes',
    keyName: 'key',
  });
  const [said, setSaid] = useState('');
  const save = useMutation(api.reviews.setOutcomes.mutationOptions());

  const submit = async ({ outcomes }: { readonly outcomes: readonly OutcomeOption[] }) => {
    try {
      const kept = await save.mutateAsync({ outcomes });
      form.reset({ outcomes: [...kept] });
      announceSave({ is: 'saved', at: new Date() });
    } catch (fault) {
      showIssues(form, fault);
    }
  };
  // Locking saves what is still being edited, if it is complete; if not, it is kept.
  const saveIfChanged = async () => {
    if (!form.formState.isDirty) return true;
    await form.handleSubmit(submit)();
    return !form.formState.isDirty;
  };
  const { drop } = useKeepText({
    textKey: outcomesTextKey,
    forms: { outcomes: form },
    unsaved: form.formState.isDirty,
    flush: saveIfChanged,
    kept: props.kept,
  });
  const shift = (from: number, to: number) => {
    move(from, to);
    setSaid(`Moved to place ${to + 1} of ${fields.length}.`);
  };
  return (
    <ZodForm
      form={form}
      labels={labels}
      failure={save.error}
      busy={save.isPending}
      submit="Save the list"
      onSubmit={submit}
      others={
        <>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={fields.length >= most}
            onClick={() => {
              const id = newOutcomeId('outcome', form.getValues('outcomes'));
              append({ id, name: '', meaning: '' }, { focusName: `outcomes.${fields.length}.name` });
            }}
          >
            Add an outcome
          </Button>
          <ReadyLists
            onTake={(outcomes) => {
              replace([...outcomes]);
              setSaid('Taken over. Nothing is final until you save the list.');
            }}
          />
        </>
      }
    >
      <Stack component="ol" gap="sm" m={0} p={0} aria-label="Outcomes, in the order panels see them">
        {fields.map((field, at) => (
          <OutcomeRow
            key={field.key}
            form={form}
            at={at}
            count={fields.length}
            onUp={() => shift(at, at - 1)}
            onDown={() => shift(at, at + 1)}
            onRemove={() => {
              remove(at);
              setSaid('Removed. Nothing is final until you save the list.');
            }}
          />
        ))}
      </Stack>
      <Group>
        <Text size="sm" c="dimmed" role="status">
          {said !== '' ? said : form.formState.isDirty ? 'Not saved yet.' : ''}
        </Text>
      </Group>
      <LeaveGuard searchLeaves unsaved={form.formState.isDirty} onLose={drop} />
    </ZodForm>
  );
}

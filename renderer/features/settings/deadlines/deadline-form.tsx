import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { NumberField } from '#renderer/forms/choice-fields.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { showIssues, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { deadlineNumberWords } from '#renderer/text/programme-words.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import { announceSave } from '#renderer/ui/save-state.ts';
import { Section } from '#renderer/ui/section.tsx';
import {
  type DeadlineNumber,
  type DeadlineSettings,
  deadlineSettingsSchema,
  deadlineSources,
  usualDeadlines,
} from '#shared/domain/programme/deadline-settings.ts';

const parts = [
  ['before', 'Before the panel'],
  ['after', 'After it'],
  ['year', 'From year to year'],
] as const;
const names = Object.keys(usualDeadlines) as readonly DeadlineNumber[];
const labels = Object.fromEntries(names.map((name) => [name, deadlineNumberWords[name].label]));

/** Where the usual number comes from. */
function Source({ name }: { readonly name: DeadlineNumber }) {
  const source = deadlineSources[name];
  return (
    <Text component="div" size="xs" c="dimmed" maw="40rem">
      <CertaintyBadge certainty={source?.certainty ?? 'working'} /> Usual: {usualDeadlines[name]}.{' '}
      {source?.source ?? 'Waymark’s own suggestion.'}
    </Text>
  );
}

export function DeadlineForm({ days }: { readonly days: DeadlineSettings }) {
  const form = useZodForm(deadlineSettingsSchema, days);
  const save = useMutation(api.programme.setDeadlines.mutationOptions());
  const submit = async (next: DeadlineSettings) => {
    try {
      form.reset(await save.mutateAsync({ days: next }));
      announceSave({ is: 'saved', at: new Date() });
    } catch (fault) {
      showIssues(form, fault, ['days']);
    }
  };
  return (
    <ZodForm
      form={form}
      labels={labels}
      failure={save.error}
      busy={save.isPending}
      submit="Save the days"
      onSubmit={submit}
      others={
        <Button
          variant="default"
          onClick={() => {
            for (const name of names) form.setValue(name, usualDeadlines[name], { shouldDirty: true });
          }}
        >
          Fill in the usual ones
        </Button>
      }
    >
      {parts.map(([part, title]) => (
        <Section key={part} title={title}>
          <Stack gap="md">
            {names
              .filter((name) => deadlineNumberWords[name].part === part)
              .map((name) => (
                <Stack key={name} gap={4}>
                  <NumberField
                    form={form}
                    name={name}
                    label={deadlineNumberWords[name].label}
                    suffix={deadlineNumberWords[name].unit}
                    maw="20rem"
                    whole
                    required
                  />
                  <Source name={name} />
                </Stack>
              ))}
          </Stack>
        </Section>
      ))}
      <Text size="sm" c="dimmed" role="status">
        {form.formState.isDirty ? 'Not saved yet.' : ''}
      </Text>
      <LeaveGuard searchLeaves unsaved={form.formState.isDirty} onLose={async () => form.reset(days)} />
    </ZodForm>
  );
}

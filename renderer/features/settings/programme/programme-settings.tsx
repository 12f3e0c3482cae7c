import { Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { useAutosave, wholeOf } from '#renderer/forms/autosave.ts';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { OptionalTextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { type Programme, programmeNamesSchema } from '#shared/domain/programme/letterhead.ts';
import { SavedByItself } from '../saved-by-itself.tsx';
import { LogoPart } from './logo-part.tsx';

/** Whose programme it is: the head of its reports and of the forms that are printed for a panel. */
export function ProgrammeSettings() {
  const query = useQuery(api.papers.letterhead.queryOptions());
  return (
    <QueryStates query={query} what="the letterhead" rows={3}>
      {(programme) => (
        <Stack gap="md">
          <Names programme={programme} />
          <LogoPart logo={programme.logo} />
        </Stack>
      )}
    </QueryStates>
  );
}

function Names({ programme: { name, trust } }: { readonly programme: Programme }) {
  const set = useMutation(api.papers.setLetterhead.mutationOptions());
  const form = useZodForm(programmeNamesSchema, { name, trust });
  const autosave = useAutosave({
    form,
    check: () => wholeOf(form, programmeNamesSchema),
    save: (names) => set.mutateAsync(names),
    under: [],
  });
  return (
    <Section
      title="Names on reports and forms"
      intro="They stand at the head of every report signed here and of the forms printed for a panel. Reports already signed keep theirs."
    >
      <Stack gap="md">
        <OptionalTextField form={form} name="trust" label="Trust or organisation" maw="32rem" />
        <OptionalTextField form={form} name="name" label="Programme" maw="32rem" />
        <SavedByItself saving={autosave.saving} />
      </Stack>
      <LeaveGuard searchLeaves unsaved={autosave.unsaved} flush={autosave.flush} />
    </Section>
  );
}

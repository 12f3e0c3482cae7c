import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { useAutosave, wholeOf } from '#renderer/forms/autosave.ts';
import { CheckboxesField } from '#renderer/forms/choice-fields.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { roleWords } from '#renderer/text/profile-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { type Profile, profileInputSchema, profileRoles } from '#shared/domain/profile.ts';
import { SavedByItself } from './saved-by-itself.tsx';

const roles = profileRoles.map((role) => ({
  value: role,
  label: roleWords[role].title,
  description: roleWords[role].meaning,
}));

export function ProfileSettings(props: { readonly profile: Profile }) {
  const { name, roles: chosen, gmcNumber } = props.profile;
  const update = useMutation(api.app.updateProfile.mutationOptions());
  const form = useZodForm(profileInputSchema, { name, roles: [...chosen], gmcNumber });
  const autosave = useAutosave({
    form,
    check: () => wholeOf(form, profileInputSchema),
    save: (input) => update.mutateAsync(input),
  });
  return (
    <Section
      title="Who you are"
      intro="Stands on reports you sign from now on. Reports already signed do not change."
    >
      <Stack gap="md">
        <TextField form={form} name="name" label="Your name" required maw="28rem" autoComplete="name" />
        <CheckboxesField form={form} name="roles" label="What you do" required choices={roles} />
        <OptionalTextField
          form={form}
          name="gmcNumber"
          label="GMC number"
          description="7 digits, if you have one."
          inputMode="numeric"
          maw="12rem"
        />
        <SavedByItself saving={autosave.saving} />
      </Stack>
      <LeaveGuard searchLeaves unsaved={autosave.unsaved} flush={autosave.flush} />
    </Section>
  );
}

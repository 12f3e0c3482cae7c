import { Button, Group, Switch, Text } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { DateField } from '#renderer/forms/date-field.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { today } from '#renderer/text/format.ts';
import { isVerificationBegun } from './check-draft.ts';
import { FormSection } from './form-section.tsx';
import type { DraftForm } from './use-draft-form.ts';

const touched = { shouldDirty: true, shouldTouch: true } as const;

/** Who confirmed the item, where and when. */
export function VerificationSection({ form }: { readonly form: DraftForm }) {
  const verification = useWatch({ control: form.control, name: 'verification' });
  const half = isVerificationBegun({ ...form.getValues(), verification });
  return (
    <FormSection
      title="Verification"
      intro="Someone in a supervisory post where it happened, such as a consultant, confirmed that it is true. The GMC accepts no one from another institution."
    >
      <Switch
        label="This item has been verified"
        checked={verification !== null}
        onChange={(event) => {
          const place = form.getValues('place');
          const begun = { by: '', on: '', institution: place };
          form.setValue('verification', event.currentTarget.checked ? begun : null, touched);
        }}
      />
      {verification === null ? null : (
        <>
          <TextField
            form={form}
            name="verification.by"
            label="Verified by"
            description="Name and post."
            required
            maxLength={120}
          />
          <Group align="flex-start" gap="lg">
            <div>
              <DateField form={form} name="verification.on" label="Verified on" required />
              <Button
                variant="subtle"
                size="compact-sm"
                mt={4}
                aria-label="Verified today"
                onClick={() => form.setValue('verification.on', today(), touched)}
              >
                Today
              </Button>
            </div>
          </Group>
          <TextField
            form={form}
            name="verification.institution"
            label="Institution"
            required
            maxLength={160}
          />
          {half ? (
            <Text size="sm" role="status">
              Counted as not verified until all three are filled in.
            </Text>
          ) : null}
        </>
      )}
    </FormSection>
  );
}

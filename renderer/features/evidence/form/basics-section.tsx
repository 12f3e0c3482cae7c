import { Box, Button, Group, Text } from '@mantine/core';
import { NumberField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import type { EvidenceType } from '#shared/domain/evidence-fields-types.ts';
import { FormSection } from './form-section.tsx';
import { dateLabel } from './labels.ts';
import { TagsField } from './tags-field.tsx';
import { TodayButton } from './today-button.tsx';
import type { DraftForm } from './use-draft-form.ts';

/** The questions every item answers, as far as its type uses them. */
export function BasicsSection(props: {
  readonly form: DraftForm;
  readonly type: EvidenceType;
  readonly onChangeType: () => void;
  readonly isNew: boolean;
}) {
  const { form, type, onChangeType, isNew } = props;
  const { uses } = type;
  return (
    <FormSection name="basics" title="What and when">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Box flex="1 1 14rem">
          <Text fw={600}>{type.title}</Text>
          <Text size="sm" c="dimmed">
            {type.description}
          </Text>
        </Box>
        <Button variant="default" size="xs" onClick={onChangeType}>
          {type.id === 'unsorted' ? 'Choose the type' : 'Change type'}
        </Button>
      </Group>
      <TextField
        form={form}
        name="title"
        label="Title"
        description="Short and exact: a panel reads it in a list. No patient names or numbers."
        required
        maxLength={200}
        autoFocus={isNew}
      />
      <Group align="flex-start" gap="lg">
        <div>
          <DateField
            form={form}
            name="startedOn"
            label={dateLabel(type.id)}
            description={uses.endDate ? 'The first day, or the only one.' : 'As DD/MM/YYYY.'}
            required
          />
          <TodayButton
            onDay={(day) =>
              form.setValue('startedOn', day, {
                shouldDirty: true,
                shouldTouch: true,
                shouldValidate: true,
              })
            }
          />
        </div>
        {uses.endDate ? (
          <DateField
            form={form}
            name="endedOn"
            label="End date"
            description="Leave empty for one day, or while it goes on."
            optional
          />
        ) : null}
      </Group>
      {uses.place ? (
        <TextField
          form={form}
          name="place"
          label="Place"
          description="Hospital or organisation, as it was called then."
          maxLength={200}
        />
      ) : null}
      {uses.role ? (
        <TextField form={form} name="role" label={uses.roleLabel || 'Your role'} maxLength={200} />
      ) : null}
      {uses.hours ? <NumberField form={form} name="hours" label="Hours" maw="8rem" /> : null}
      <TagsField form={form} />
    </FormSection>
  );
}

import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useStatus } from '#renderer/api/status.ts';
import { SelectField } from '#renderer/forms/choice-fields.tsx';
import { fieldId } from '#renderer/forms/field.ts';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import type { ZodForm } from '#renderer/forms/use-zod-form.ts';
import { issueWords } from '#renderer/text/issue-words.ts';
import { panelRoleWords } from '#renderer/text/review-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import { panelRoles, type ReviewPlan } from '#shared/domain/review.ts';
import classes from './plan.module.css';
import { blankMember, ownerAsMember, type PlanDraft, sameName } from './plan-draft.ts';

type PlanForm = ZodForm<PlanDraft, ReviewPlan>;

const roleChoices = panelRoles.map((role) => ({ value: role, label: panelRoleWords[role] }));

/** The dialogue's inputs are drawn after the state: focus follows on the next frame. */
const focusLater = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

function Member(props: {
  readonly form: PlanForm;
  readonly at: number;
  readonly only: boolean;
  readonly onRemove: () => void;
}) {
  const { form, at, only, onRemove } = props;
  const name = useWatch({ control: form.control, name: `panel.${at}.name` });
  return (
    <Fieldset legend={`Member ${at + 1}`} className={classes.member ?? ''}>
      <div className={classes.memberFields}>
        <TextField form={form} name={`panel.${at}.name`} label="Name" required />
        <SelectField form={form} name={`panel.${at}.role`} label="Role" required choices={roleChoices} />
        <OptionalTextField
          form={form}
          name={`panel.${at}.gmcNumber`}
          label="GMC number, if any"
          inputMode="numeric"
        />
        <TextField form={form} name={`panel.${at}.organisation`} label="Organisation" />
      </div>
      <Button
        variant="default"
        size="xs"
        mt="sm"
        disabled={only}
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={onRemove}
        aria-label={`Remove member ${at + 1}${name === '' ? '' : `, ${name}`}`}
      >
        Remove
      </Button>
    </Fieldset>
  );
}

/** Soft: the rules of a Trust differ, but a doctor chairing their own review is nearly always a slip. */
function OwnChair(props: { readonly form: PlanForm; readonly doctor: string }) {
  const panel = useWatch({ control: props.form.control, name: 'panel' });
  const own = panel.some(({ role, name }) => role === 'chair' && sameName(name, props.doctor));
  if (!own) return null;
  return (
    <Note tone="warn" icon={IconAlertTriangle} title="Check the chair">
      {props.doctor} is the doctor under review. A panel is usually chaired by somebody else.
    </Note>
  );
}

/** Who sits on the panel: exactly one chair. */
export function PanelFields(props: { readonly form: PlanForm; readonly doctor: string }) {
  const { form, doctor } = props;
  const profile = useStatus().data?.profile ?? null;
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'panel', keyName: 'key' });
  const panel = useWatch({ control: form.control, name: 'panel' });
  const error = form.formState.errors.panel;
  const message = error?.root?.message ?? error?.message;

  const addMe = () => {
    if (profile === null) return;
    const empty = form.getValues('panel').findIndex(({ name }) => name.trim() === '');
    const role = form.getValues(`panel.${Math.max(0, empty)}.role`);
    if (empty === -1) {
      append(ownerAsMember(profile, 'supervisor'), { shouldFocus: false });
      focusLater(fieldId(`panel.${fields.length}.role`));
      return;
    }
    const changed = { shouldDirty: true, shouldValidate: form.formState.isSubmitted };
    form.setValue(`panel.${empty}`, ownerAsMember(profile, role), changed);
    focusLater(fieldId(`panel.${empty}.role`));
  };
  const removeAt = (at: number) => {
    remove(at);
    focusLater(fieldId(`panel.${Math.max(0, at - 1)}.name`));
  };
  const included = profile !== null && panel.some(({ name }) => sameName(name, profile.name));
  return (
    <Stack gap="md">
      {message === undefined ? null : (
        <Text size="sm" c="var(--mantine-color-error)" id={fieldId('panel')} tabIndex={-1}>
          {issueWords(message)}
        </Text>
      )}
      {fields.map(({ key }, at) => (
        <Member key={key} form={form} at={at} only={fields.length === 1} onRemove={() => removeAt(at)} />
      ))}
      <OwnChair form={form} doctor={doctor} />
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={fields.length >= 20}
          onClick={() => {
            append(blankMember('cesr-team'), { shouldFocus: false });
            focusLater(fieldId(`panel.${fields.length}.name`));
          }}
        >
          Add a member
        </Button>
        {profile === null || included ? null : (
          <Button
            variant="default"
            classNames={{ root: classes.wrapping ?? '', label: classes.wrapped ?? '' }}
            leftSection={<IconUserPlus size={18} aria-hidden />}
            onClick={addMe}
          >
            Add me ({profile.name})
          </Button>
        )}
      </Group>
    </Stack>
  );
}

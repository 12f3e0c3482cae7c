import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { RadioField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { ListedAction } from '#shared/domain/supervision/action-list.ts';
import { carryOverSchema, progressNoteSchema } from '#shared/domain/supervision/tracked-action.ts';
import { optionalLineSchema } from '#shared/domain/text.ts';
import { actionDraftSchema, actionLabels, draftOf } from './action-draft.ts';
import { ActionFields } from './action-fields.tsx';
import { EvidenceChoice } from './evidence-choice.tsx';
import { ShortForm } from './short-form.tsx';

export type ActionFormProps = {
  readonly action: ListedAction;
  readonly owners: readonly string[];
  readonly onDone: () => void;
};

const closeSchema = z.strictObject({ status: z.enum(['done', 'dropped']), note: optionalLineSchema(400) });
const closeLabels = { status: 'What became of it', note: 'In a sentence' };
const closings = [
  { value: 'done', label: 'Done', description: 'Choose the evidence that shows it, or say how it was done.' },
  { value: 'dropped', label: 'Dropped', description: 'Say why it is no longer wanted.' },
];

export function CloseForm({ action, onDone }: ActionFormProps) {
  const { portfolioId } = usePortfolio();
  const [evidence, setEvidence] = useState<readonly string[]>(action.evidence);
  const form = useZodForm(closeSchema, { status: 'done', note: '' });
  const close = useMutation(api.actions.close.mutationOptions());
  return (
    <ShortForm
      form={form}
      submit="Close the action"
      labels={closeLabels}
      failure={close.error}
      save={(value) => close.mutateAsync({ portfolioId, id: action.id, evidence: [...evidence], ...value })}
      onDone={onDone}
    >
      <RadioField form={form} name="status" label={closeLabels.status} choices={closings} />
      <EvidenceChoice value={evidence} onChange={setEvidence} />
      <TextField form={form} name="note" label={closeLabels.note} maxLength={400} />
    </ShortForm>
  );
}

const carrySchema = carryOverSchema.pick({ to: true, why: true });
const carryLabels = { to: 'New due date', why: 'Why it is moved' };

export function CarryForm({ action, onDone }: ActionFormProps) {
  const { portfolioId } = usePortfolio();
  const form = useZodForm(carrySchema, { to: '', why: '' });
  const carry = useMutation(api.actions.carryOver.mutationOptions());
  return (
    <ShortForm
      form={form}
      submit="Carry it over"
      labels={carryLabels}
      failure={carry.error}
      save={(value) => carry.mutateAsync({ portfolioId, id: action.id, ...value })}
      onDone={onDone}
    >
      <DateField
        form={form}
        name="to"
        label={carryLabels.to}
        description={`Later than ${ukDate(action.dueOn)}, which stays on the record.`}
        required
      />
      <TextField form={form} name="why" label={carryLabels.why} required maxLength={400} />
    </ShortForm>
  );
}

const progressSchema = progressNoteSchema.pick({ text: true });
const progressLabels = { text: 'How it goes' };

export function ProgressForm({ action, onDone }: ActionFormProps) {
  const { portfolioId } = usePortfolio();
  const form = useZodForm(progressSchema, { text: '' });
  const note = useMutation(api.actions.progress.mutationOptions());
  return (
    <ShortForm
      form={form}
      submit="Note it"
      labels={progressLabels}
      failure={note.error}
      save={({ text }) => note.mutateAsync({ portfolioId, id: action.id, text })}
      onDone={onDone}
    >
      <TextField form={form} name="text" label={progressLabels.text} required maxLength={400} />
    </ShortForm>
  );
}

const reopenSchema = carryOverSchema.pick({ why: true });
const reopenLabels = { why: 'Why it is opened again' };

export function ReopenForm({ action, onDone }: ActionFormProps) {
  const { portfolioId } = usePortfolio();
  const form = useZodForm(reopenSchema, { why: '' });
  const reopen = useMutation(api.actions.reopen.mutationOptions());
  return (
    <ShortForm
      form={form}
      submit="Open it again"
      labels={reopenLabels}
      failure={reopen.error}
      save={({ why }) => reopen.mutateAsync({ portfolioId, id: action.id, why })}
      onDone={onDone}
    >
      <TextField form={form} name="why" label={reopenLabels.why} required maxLength={400} />
    </ShortForm>
  );
}

export function ChangeForm({ action, owners, onDone }: ActionFormProps) {
  const { portfolioId } = usePortfolio();
  const form = useZodForm(actionDraftSchema, draftOf(action));
  const change = useMutation(api.actions.change.mutationOptions());
  return (
    <ShortForm
      form={form}
      submit="Save the words"
      labels={actionLabels}
      failure={change.error}
      save={({ action: { dueOn: _, ...words } }) =>
        change.mutateAsync({ portfolioId, id: action.id, action: words })
      }
      onDone={onDone}
    >
      <ActionFields form={form} owners={owners} fixedDay />
    </ShortForm>
  );
}

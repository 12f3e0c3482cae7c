import { Button, Modal, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { api } from '#renderer/api/client.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { today } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { announceSave } from '#renderer/ui/save-state.ts';
import { showUndo } from '#renderer/ui/undo-notice.tsx';
import { offeredTypes } from '#shared/domain/pack-types.ts';
import { type QuickAnswers, quickItem, quickSchema } from './quick-item.ts';

const labels = {
  quickTitle: 'What was it?',
  quickDate: 'Date',
  quickCapability: 'Capability',
  quickType: 'Kind of evidence',
};

function QuickForm(props: { readonly portfolioId: string; readonly onClose: () => void }) {
  const { portfolioId, onClose } = props;
  const navigate = useNavigate();
  const open = useRef(false);
  const pack = useQuery(api.guidance.inUse.queryOptions({ input: { portfolioId } }));
  const capabilities = (pack.data?.pack.capabilities ?? []).map(({ code, title }) => ({
    value: code,
    label: `${code} ${title}`,
  }));
  const types = offeredTypes(pack.data?.pack ?? {}).map(({ id, title }) => ({ value: id, label: title }));
  const form = useZodForm(quickSchema, {
    quickTitle: '',
    quickDate: today(),
    quickCapability: null,
    quickType: null,
  });
  const create = useMutation(api.evidence.create.mutationOptions());
  const keep = async (answers: QuickAnswers) => {
    const { id, title } = await create.mutateAsync({ portfolioId, item: quickItem(answers) });
    announceSave({ is: 'saved', at: new Date() });
    onClose();
    const finish = () => void navigate({ to: paths.evidenceItem, params: { id } });
    if (open.current) finish();
    else showUndo({ message: `Kept “${title}” as a draft.`, verb: 'Finish it now', onUndo: finish });
  };
  return (
    <ZodForm
      form={form}
      labels={labels}
      summary={false}
      failure={create.error}
      submit="Keep and finish later"
      onSubmit={(answers) => keep(answers).catch(() => undefined)}
      others={
        <>
          <Button
            type="submit"
            variant="default"
            onClick={() => {
              open.current = true;
            }}
          >
            Keep and open it
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <TextField
        form={form}
        name="quickTitle"
        label={labels.quickTitle}
        description="One line. No patient names or numbers."
        required
        maxLength={200}
        autoFocus
      />
      <DateField form={form} name="quickDate" label={labels.quickDate} required />
      <SelectField
        form={form}
        name="quickCapability"
        label={labels.quickCapability}
        placeholder="Optional: type a code or a word"
        choices={capabilities}
        clearable
        find
      />
      <SelectField
        form={form}
        name="quickType"
        label={labels.quickType}
        placeholder="Not sorted yet"
        choices={types}
        clearable
        find
      />
    </ZodForm>
  );
}

/** Something kept in seconds, from any screen; one stays where one was. */
export function QuickAdd(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { opened, onClose } = props;
  const { current } = useCurrentShelf();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Quick add"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close quick add' }}
    >
      {current === undefined ? (
        <>
          <Text size="sm" mb="md">
            Evidence is kept in a portfolio, and there is none yet.
          </Text>
          <LinkButton to={paths.newPortfolio} onClick={onClose}>
            Make a portfolio
          </LinkButton>
        </>
      ) : (
        <QuickForm portfolioId={current.id} onClose={onClose} />
      )}
    </Modal>
  );
}

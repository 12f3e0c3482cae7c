import { Button, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { z } from 'zod';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { count } from '#renderer/text/format.ts';
import { judgementSchema } from '#shared/domain/review.ts';
import type { Holding } from '../hold/holding.ts';
import { isUntouched, type JudgementDraft } from '../hold/judgement-draft.ts';
import classes from './judge.module.css';

const schema = z.strictObject({ reason: judgementSchema.shape.reason });

type Rest = { readonly holding: Holding; readonly drafts: readonly JudgementDraft[] };

function AskReason(props: Rest & { readonly onDone: () => void }) {
  const { holding, drafts, onDone } = props;
  const form = useZodForm(schema, { reason: '' });
  const rest = drafts.filter(isUntouched).map(({ capability }) => capability);
  const mark = async ({ reason }: { readonly reason: string }) => {
    const { form: judgements, saver } = holding.judgements;
    for (const [at, draft] of judgements.getValues('judgements').entries()) {
      if (!isUntouched(draft)) continue;
      judgements.setValue(
        `judgements.${at}`,
        { ...draft, level: 'not-considered', reason },
        { shouldDirty: true },
      );
    }
    await saver.flush();
    onDone();
  };
  return (
    <ZodForm
      form={form}
      onSubmit={mark}
      labels={{ reason: 'Reason' }}
      summary={false}
      submit={`Mark ${count(rest.length, 'capability', 'capabilities')}`}
      others={
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      }
    >
      <Text size="sm">
        These are recorded as not considered, with the reason you give: {rest.join(', ')}. What is already
        judged or begun stays as it is, and each can still be judged until the chair signs.
      </Text>
      <ProseField
        form={form}
        name="reason"
        label="Reason for all of them"
        required
        placeholder="For example: outside the aims agreed for this year"
      />
    </ZodForm>
  );
}

/** For panels that look at part of the curriculum: one honest mark for the rest. */
export function RestNotConsidered(props: Rest) {
  const { holding, drafts } = props;
  const [opened, { open, close }] = useDisclosure(false);
  const left = drafts.filter(isUntouched).length;
  return (
    <>
      {left === 0 ? null : (
        <Button
          variant="default"
          size="xs"
          onClick={open}
          fullWidth
          classNames={{ root: classes.wrapping ?? '', label: classes.wrapped ?? '' }}
        >
          Mark the remaining {left} as not considered
        </Button>
      )}
      <Modal opened={opened} onClose={close} title="Mark the rest as not considered?" centered>
        <AskReason holding={holding} drafts={drafts} onDone={close} />
      </Modal>
    </>
  );
}

import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { flushAll } from '#renderer/api/pending-saves.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { RadioField, SelectField } from '#renderer/forms/choice-fields.tsx';
import { FieldScope } from '#renderer/forms/field-scope.ts';
import { KeptText, type KeptValues } from '#renderer/forms/kept-text.tsx';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { ratingWords } from '#renderer/text/rating-words.ts';
import { capabilityCodeSchema } from '#shared/domain/ids.ts';
import type { PersonOnRecord } from '#shared/domain/supervision/person.ts';
import { ratingLevels, ratingSchema } from '#shared/domain/supervision/rating.ts';

const schema = z.strictObject({
  capability: capabilityCodeSchema,
  level: ratingSchema.shape.level,
  reason: ratingSchema.shape.reason,
});
type Typed = z.input<typeof schema>;

const levels = ratingLevels.map((value) => ({
  value,
  label: ratingWords[value].title,
  description: ratingWords[value].meaning,
}));

type RateProps = {
  /** The capability it starts with, or the only one. */
  readonly capability: string;
  /** Others that may be chosen; absent: it is fixed. */
  readonly choices?: readonly string[];
  readonly inPerson: PersonOnRecord | null;
  readonly onDone: (rated: boolean) => void;
};

/** Rates one capability, with the reason. What is typed is kept over a lock or a crash. */
export function RateForm(props: RateProps) {
  const { portfolioId } = usePortfolio();
  const textKey = `rating/${portfolioId}/${props.choices === undefined ? props.capability.toLowerCase().replaceAll('.', '-') : 'queue'}`;
  return (
    <FieldScope value="rating">
      <KeptText textKey={textKey}>{(kept) => <Rate {...props} textKey={textKey} kept={kept} />}</KeptText>
    </FieldScope>
  );
}

function Rate(props: RateProps & { readonly textKey: string; readonly kept: KeptValues | null }) {
  const { capability, choices, inPerson, onDone, textKey, kept } = props;
  const { portfolioId, pack } = usePortfolio();
  const form = useZodForm(schema, { capability, level: '' as Typed['level'], reason: '' });
  const rate = useMutation(api.ratings.rate.mutationOptions());
  const [given, setGiven] = useState(false);
  const { drop } = useKeepText({
    textKey,
    forms: { rating: form },
    unsaved: form.formState.isDirty && !given,
    kept,
  });
  const titleOf = (code: string) => {
    const found = pack.capabilities.find((one) => one.code === code);
    return found === undefined ? code : `${code} ${found.title}`;
  };
  return (
    <ZodForm
      form={form}
      submit="Keep this rating"
      labels={{ capability: 'Capability', level: 'Level', reason: 'Reason' }}
      failure={rate.error}
      busy={rate.isPending}
      others={
        <Button variant="default" onClick={() => void flushAll().then(() => onDone(false))}>
          Cancel
        </Button>
      }
      onSubmit={async (value) => {
        await rate.mutateAsync({ portfolioId, ...value, inPerson });
        setGiven(true);
        await drop();
        onDone(true);
      }}
    >
      <Stack gap="md">
        {choices === undefined ? null : (
          <SelectField
            form={form}
            name="capability"
            label="Capability"
            required
            choices={choices.map((code) => ({ value: code, label: titleOf(code) }))}
          />
        )}
        <RadioField form={form} name="level" label="Level" required choices={levels} />
        <ProseField
          form={form}
          name="reason"
          label="Reason"
          description="What you saw that shows it, so that a panel can follow it"
          required
          minRows={2}
        />
      </Stack>
    </ZodForm>
  );
}

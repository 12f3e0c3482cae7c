import { MultiSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ukDate } from '#shared/domain/dates.ts';
import {
  type Recommendation,
  type RecommendationInput,
  recommendationInputSchema,
} from '#shared/domain/submission/recommendation.ts';
import { KeepForm } from './keep-form.tsx';

const labels = { title: 'In short', text: 'As the letter has it' };

/** A recommendation, and the evidence that answers it. */
export function RecommendationForm(props: {
  readonly recommendation?: Recommendation;
  readonly onDone: () => void;
}) {
  const { recommendation, onDone } = props;
  const { portfolioId } = usePortfolio();
  const [items, setItems] = useState<readonly string[]>(recommendation?.items ?? []);
  const plan = useQuery(api.submission.plan.queryOptions({ input: { portfolioId, set: 'application' } }));
  const form = useZodForm(recommendationInputSchema, {
    title: recommendation?.title ?? '',
    text: recommendation?.text ?? '',
    items: [],
  });
  const add = useMutation({ ...api.submission.addRecommendation.mutationOptions(), onSuccess: onDone });
  const update = useMutation({ ...api.submission.updateRecommendation.mutationOptions(), onSuccess: onDone });
  const keep = (written: RecommendationInput) => {
    const value = { ...written, items };
    return recommendation === undefined
      ? add.mutate({ portfolioId, recommendation: value })
      : update.mutate({ portfolioId, id: recommendation.id, recommendation: value });
  };
  const choices = (plan.data?.sections ?? []).flatMap(({ documents }) =>
    documents.map(({ itemId, title, startedOn }) => ({
      value: itemId,
      label: `${title}, ${ukDate(startedOn)}`,
    })),
  );
  return (
    <KeepForm form={form} onKeep={keep} labels={labels} ways={[add, update]} onDone={onDone}>
      <TextField form={form} name="title" label={labels.title} required />
      <ProseField form={form} name="text" label={labels.text} />
      <MultiSelect
        label="Evidence that answers it"
        description="Old or new. Add new evidence as usual, then attach it here."
        searchable
        limit={50}
        nothingFoundMessage="Nothing found"
        data={choices}
        value={[...items]}
        onChange={setItems}
      />
    </KeepForm>
  );
}

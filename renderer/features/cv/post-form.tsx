import { MultiSelect, SimpleGrid } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { NumberField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { KeptText, type KeptValues } from '#renderer/forms/kept-text.tsx';
import { ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import type { CvView } from '#shared/contract/cv.ts';
import { type PostInput, postInputSchema } from '#shared/domain/cv/post.ts';
import { ukDate } from '#shared/domain/dates.ts';

import { CvForm } from './cv-form.tsx';

const labels = {
  title: 'Title of the post',
  grade: 'Grade',
  specialty: 'Specialty',
  institution: 'Institution',
  place: 'Town or city',
  country: 'Country',
  from: 'First day',
  to: 'Last day',
  wholeTime: 'Per cent of full time',
  supervisor: 'Supervisor',
  duties: 'Duties',
  supervision: 'Level of supervision',
};

const blank = {
  title: '',
  grade: '',
  specialty: '',
  institution: '',
  place: '',
  country: '',
  from: '',
  to: null,
  wholeTime: null,
  supervisor: '',
  duties: '',
  supervision: '',
  evidence: [],
};

type Props = {
  /** Null: a new one. */
  readonly id: string | null;
  /** What a new one was begun from, so that two of them are kept apart. */
  readonly begunFrom?: string;
  readonly post: PostInput | null;
  readonly evidence: CvView['evidence'];
  readonly onDone: () => void;
};

function Fields(props: Props & { readonly textKey: string; readonly kept: KeptValues | null }) {
  const { id, post, evidence, onDone, textKey, kept } = props;
  const { portfolioId } = usePortfolio();
  const form = useZodForm(postInputSchema, { ...(post ?? blank), evidence: [...(post?.evidence ?? [])] });
  const [proofs, setProofs] = useState<readonly string[]>(post?.evidence ?? []);
  const done = { onSuccess: async () => finish() };
  const add = useMutation({ ...api.cv.addPost.mutationOptions(), ...done });
  const update = useMutation({ ...api.cv.updatePost.mutationOptions(), ...done });
  const unsaved = form.formState.isDirty && !add.isSuccess && !update.isSuccess;
  const { drop } = useKeepText({ textKey, forms: { post: form }, unsaved, kept });
  const finish = async () => {
    await drop();
    onDone();
  };
  const keep = (written: PostInput) => {
    const value = { ...written, evidence: proofs };
    if (id === null) add.mutate({ portfolioId, post: value });
    else update.mutate({ portfolioId, id, post: value });
  };
  return (
    <CvForm
      form={form}
      onSubmit={keep}
      labels={labels}
      busy={add.isPending || update.isPending}
      failure={add.error ?? update.error}
      onCancel={() => void finish()}
      onLose={drop}
      done={add.isSuccess || update.isSuccess}
    >
      <TextField
        form={form}
        name="title"
        label={labels.title}
        description="Exactly as the employer wrote it."
        required
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <DateField form={form} name="from" label={labels.from} required />
        <DateField form={form} name="to" label={labels.to} description="Empty while you hold it." optional />
        <NumberField
          form={form}
          name="wholeTime"
          label={labels.wholeTime}
          description="100 is full time."
          suffix=" %"
          maw="11rem"
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField form={form} name="grade" label={labels.grade} />
        <TextField form={form} name="specialty" label={labels.specialty} />
        <TextField form={form} name="institution" label={labels.institution} />
        <TextField form={form} name="place" label={labels.place} />
        <TextField form={form} name="country" label={labels.country} />
        <TextField form={form} name="supervisor" label={labels.supervisor} />
      </SimpleGrid>
      <ProseField
        form={form}
        name="duties"
        label={labels.duties}
        description="On-call pattern, what you did, whom you led."
      />
      <TextField
        form={form}
        name="supervision"
        label={labels.supervision}
        description="For example: consultant within reach, on your own at night."
      />
      <MultiSelect
        label="Evidence that proves it"
        description="Contracts, letters, rotas. Their titles and dates are held against these."
        searchable
        limit={50}
        nothingFoundMessage="Nothing found"
        data={evidence.map(({ id: value, title, startedOn, draft }) => ({
          value,
          label: `${title}, ${ukDate(startedOn)}${draft ? ', draft' : ''}`,
        }))}
        value={[...proofs]}
        onChange={setProofs}
      />
    </CvForm>
  );
}

/** A post, new or known. Nothing typed in it is lost when Waymark locks. */
export function PostForm(props: Props) {
  const { portfolioId } = usePortfolio();
  const textKey = `cv/post/${portfolioId}/${props.id ?? props.begunFrom ?? 'new'}`;
  return (
    <KeptText textKey={textKey} about={({ post }) => String(post?.title ?? '')}>
      {(kept) => <Fields {...props} textKey={textKey} kept={kept} />}
    </KeptText>
  );
}

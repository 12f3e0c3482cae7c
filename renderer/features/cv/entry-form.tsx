import { z } from 'zod';
import { CheckboxField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { cvEntrySchema, type ListedSection } from '#shared/domain/cv/cv.ts';
import type { CvLine } from '#shared/domain/cv/sections.ts';
import { CvForm } from './cv-form.tsx';
import { useCvChange } from './use-cv.ts';

const { title, detail, on } = cvEntrySchema.shape;
const entryFormSchema = z.strictObject({ title, detail, on, primary: z.boolean() });

/** What a line is about, and what the rest of it says, section by section. */
const asks: Readonly<Record<ListedSection, readonly [title: string, detail: string]>> = {
  registrations: ['Regulator or body', 'Number, and kind of registration'],
  memberships: ['College or society', 'Kind of membership, number'],
  qualifications: ['Qualification', 'Awarded by, country, result'],
  awards: ['Award or prize', 'From whom, what for'],
  research: ['Study or project', 'Where, your part, how it ended'],
  publications: ['Publication', 'Authors, journal, year, pages'],
  presentations: ['Presentation', 'Meeting and place, talk or poster'],
};

/** A line that no evidence says already. */
export function EntryForm(props: {
  readonly section: ListedSection;
  readonly line: CvLine | null;
  readonly onDone: () => void;
}) {
  const { section, line, onDone } = props;
  const [titleLabel, detailLabel] = asks[section];
  const form = useZodForm(entryFormSchema, {
    title: line?.title ?? '',
    detail: line?.detail ?? '',
    on: line?.on ?? null,
    primary: line?.primary ?? false,
  });
  const { change, error, busy } = useCvChange(onDone);
  return (
    <CvForm
      form={form}
      onSubmit={({ primary, ...written }) =>
        change({
          kind: 'entry',
          entry: {
            id: line?.id ?? crypto.randomUUID(),
            section,
            ...written,
            ...(primary ? { primary: true as const } : {}),
          },
        })
      }
      labels={{
        title: titleLabel,
        detail: detailLabel,
        on: 'Date',
        primary: 'Primary medical qualification',
      }}
      busy={busy}
      failure={error}
      onCancel={onDone}
    >
      <TextField form={form} name="title" label={titleLabel} required autoFocus />
      <TextField form={form} name="detail" label={detailLabel} />
      <DateField form={form} name="on" label="Date" optional />
      {section === 'qualifications' ? (
        <CheckboxField
          form={form}
          name="primary"
          label="Primary medical qualification"
          description="The CV reaches back to its date."
        />
      ) : null}
    </CvForm>
  );
}

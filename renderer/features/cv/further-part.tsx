import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ProseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { CvView } from '#shared/contract/cv.ts';
import { furtherPartSchema, type FurtherPart as Part } from '#shared/domain/cv/cv.ts';
import { sectionTitles } from '#shared/domain/cv/document.ts';
import classes from './cv.module.css';
import { CvForm } from './cv-form.tsx';
import { MoveButtons } from './lines-part.tsx';
import { useCvChange } from './use-cv.ts';

const { heading, text } = furtherPartSchema.shape;
const schema = z.strictObject({ heading, text });
const labels = { heading: 'Heading', text: 'Text' };

function FurtherForm({ part, onDone }: { readonly part: Part | null; readonly onDone: () => void }) {
  const form = useZodForm(schema, { heading: part?.heading ?? '', text: part?.text ?? '' });
  const { change, error, busy } = useCvChange(onDone);
  return (
    <CvForm
      form={form}
      onSubmit={(written) =>
        change({ kind: 'further', part: { id: part?.id ?? crypto.randomUUID(), ...written } })
      }
      labels={labels}
      busy={busy}
      failure={error}
      onCancel={onDone}
    >
      <TextField form={form} name="heading" label={labels.heading} required autoFocus />
      <ProseField form={form} name="text" label={labels.text} />
    </CvForm>
  );
}

function FurtherLine(props: { readonly part: Part; readonly first: boolean; readonly last: boolean }) {
  const { part, first, last } = props;
  const [editing, setEditing] = useState(false);
  const { change, error, busy } = useCvChange();
  if (editing)
    return (
      <li className={classes.line}>
        <div className={classes.words}>
          <FurtherForm part={part} onDone={() => setEditing(false)} />
        </div>
      </li>
    );
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <p className={classes.name}>{part.heading}</p>
        <Text size="sm" lineClamp={3}>
          {part.text}
        </Text>
        {error === null ? null : <FailedState error={error} />}
      </div>
      <Group gap={4} wrap="nowrap">
        <MoveButtons
          title={part.heading}
          first={first}
          last={last}
          onMove={(way) => change({ kind: 'move-further', id: part.id, way })}
        />
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Change: ${part.heading}`}
          onClick={() => setEditing(true)}
        >
          Change
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          loading={busy}
          aria-label={`Remove: ${part.heading}`}
          onClick={() => change({ kind: 'remove-further', id: part.id })}
        >
          Remove
        </Button>
      </Group>
    </li>
  );
}

/** Headings of one's own, in one's own order. */
export function FurtherPart({ view }: { readonly view: CvView }) {
  const [adding, setAdding] = useState(false);
  const { further } = view.details;
  return (
    <Section
      title={sectionTitles.further}
      intro="Teaching, management, audit, or whatever else belongs there, under headings of your own."
      actions={
        adding ? null : (
          <Button variant="default" aria-label="Add a heading" onClick={() => setAdding(true)}>
            Add
          </Button>
        )
      }
    >
      {further.length === 0 ? (
        adding ? null : (
          <Text size="sm" c="dimmed">
            Nothing yet.
          </Text>
        )
      ) : (
        <ul className={classes.list}>
          {further.map((part, at) => (
            <FurtherLine key={part.id} part={part} first={at === 0} last={at === further.length - 1} />
          ))}
        </ul>
      )}
      {adding ? <FurtherForm part={null} onDone={() => setAdding(false)} /> : null}
    </Section>
  );
}

import { Button, SegmentedControl, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { fieldId } from '#renderer/forms/field.ts';
import { type WritingFrame, withHeadings } from '#renderer/text/writing-prompts.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import type { DraftForm } from './use-draft-form.ts';
import classes from './writing-prompts.module.css';

/**
 * Questions beside a text, that help without writing it: nothing of them gets into the text unless its writer asks for
 * the headings.
 */
export function WritingPrompts(props: {
  readonly form: DraftForm;
  readonly name: 'reflection' | `details.${string}`;
  /** What the text is called, as in "Questions for your reflection". */
  readonly about: string;
  readonly frames: readonly WritingFrame[];
}) {
  const { form, name, about, frames } = props;
  const [chosen, setChosen] = useState(frames[0]?.id ?? '');
  const frame = frames.find(({ id }) => id === chosen);
  const addHeadings = () => {
    if (frame === undefined) return;
    const text = form.getValues(name);
    form.setValue(name, withHeadings(typeof text === 'string' ? text : '', frame), {
      shouldDirty: true,
      shouldTouch: true,
    });
    document.getElementById(fieldId(name))?.focus();
  };
  return (
    <Disclosure label={`Questions that help with ${about}`}>
      <Stack gap="xs" className={classes.prompts}>
        {frames.length < 2 ? null : (
          <SegmentedControl
            size="xs"
            aria-label="Way of reflecting"
            data={frames.map(({ id, name: label }) => ({ value: id, label }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
        {frame === undefined ? null : (
          <>
            <Text size="sm" c="dimmed">
              {frames.length < 2 ? `${frame.name}. ` : ''}
              {frame.about}
            </Text>
            <dl className={classes.questions}>
              {frame.questions.map(({ heading, ask }) => (
                <div key={heading}>
                  <dt>{heading}</dt>
                  <dd>{ask}</dd>
                </div>
              ))}
            </dl>
            <Button variant="default" size="xs" w="fit-content" onClick={addHeadings}>
              Put these headings into the text<VisuallyHidden> of {about}</VisuallyHidden>
            </Button>
          </>
        )}
      </Stack>
    </Disclosure>
  );
}

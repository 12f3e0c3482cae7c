import { Button, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { fieldId } from '#renderer/forms/field.ts';
import { count } from '#renderer/text/format.ts';
import { Section } from '#renderer/ui/section.tsx';
import { showUndo } from '#renderer/ui/undo-notice.tsx';
import { blankAction, isBlankAction } from '../hold/conclusion-draft.ts';
import type { Holding } from '../hold/holding.ts';
import { ActionRow } from './action-row.tsx';
import classes from './actions.module.css';

const most = 40;
const addId = 'add-action';

/** Rows are drawn after the form's state changed: focus follows on the next frame. */
const focusLater = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

/** The actions agreed at this review, in the order the report prints them. */
export function NewActions(props: { readonly holding: Holding; readonly filled: number }) {
  const { holding, filled } = props;
  const { form } = holding.conclusion;
  const rows = useFieldArray({ control: form.control, name: 'actions', keyName: 'key' });
  const [said, setSaid] = useState('');
  const owners = [holding.portfolio.doctor.name, ...holding.review.panel.map(({ name }) => name)];

  const add = () => {
    rows.append(blankAction(holding.portfolio.doctor.name), { shouldFocus: false });
    focusLater(fieldId(`actions.${rows.fields.length}.what`));
  };
  const remove = (at: number) => {
    const removed = form.getValues(`actions.${at}`);
    rows.remove(at);
    focusLater(at === 0 ? addId : fieldId(`actions.${at - 1}.what`));
    if (isBlankAction(removed)) return;
    showUndo({
      message: 'Action removed',
      // The step may have been left meanwhile, so the form itself is asked, not the rows on the screen.
      onUndo: () => {
        const now = form.getValues('actions');
        const back = [...now.slice(0, at), removed, ...now.slice(at)];
        form.setValue('actions', back, { shouldDirty: true });
      },
    });
  };
  const move = (at: number, by: 1 | -1) => {
    rows.move(at, at + by);
    setSaid(`Moved to place ${at + by + 1} of ${rows.fields.length}`);
    // The button that was pressed went with its row; at the end of the list its counterpart takes over.
    requestAnimationFrame(() => {
      const up = document.getElementById(`move-up-${at + by}`);
      const down = document.getElementById(`move-down-${at + by}`);
      const wanted = by === -1 ? [up, down] : [down, up];
      wanted.find((button) => button !== null && !button.hasAttribute('disabled'))?.focus();
    });
  };
  return (
    <Section
      title="Actions for the time to the next review"
      intro="Specific, measurable, with one owner and a date. Best are few: three that are done beat ten that are not."
    >
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <Stack gap="md">
        {rows.fields.length === 0 ? (
          <Text size="sm">
            No action yet. Most reviews end with some; a review without any can be signed all the same.
          </Text>
        ) : (
          <ol className={classes.list}>
            {rows.fields.map(({ key }, at) => (
              <ActionRow
                key={key}
                holding={holding}
                at={at}
                last={at === rows.fields.length - 1}
                owners={owners}
                onMove={(by) => move(at, by)}
                onRemove={() => remove(at)}
              />
            ))}
          </ol>
        )}
        <div>
          <Button
            id={addId}
            variant="default"
            disabled={rows.fields.length >= most}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={add}
          >
            Add an action
          </Button>
          {filled > 0 ? (
            <Text span size="sm" c="dimmed" ml="sm">
              {count(filled, 'action')}
              {rows.fields.length >= most ? ', which is the most a review can have' : ''}
            </Text>
          ) : null}
        </div>
      </Stack>
    </Section>
  );
}

import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useFieldArray, useFormState } from 'react-hook-form';
import { fieldId } from '#renderer/forms/field.ts';
import { capital } from '#renderer/text/format.ts';
import { issueWords } from '#renderer/text/issue-words.ts';
import { clsx } from '#renderer/ui/clsx.ts';
import { showUndo } from '#renderer/ui/undo-notice.tsx';
import { mostRows } from '#shared/domain/evidence.ts';
import type { EvidenceField } from '#shared/domain/evidence-fields-types.ts';
import { isBlankRow } from './answers.ts';
import { DetailField } from './detail-field.tsx';
import type { DraftRow } from './draft.ts';
import classes from './rows-field.module.css';
import type { DraftForm } from './use-draft-form.ts';

/** Rows are drawn after the form's state changed: focus follows on the next frame. */
const focusLater = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

const anOrA = (word: string) => (/^[aeiou]/i.test(word) ? `an ${word}` : `a ${word}`);

/** A small table as a list of rows, each a group of its own fields. Enter in a cell begins the next row. */
export function RowsField({ form, field }: { readonly form: DraftForm; readonly field: EvidenceField }) {
  const { id, label, help, columns = [], row = 'row' } = field;
  const name = `details.${id}` as const;
  const { fields, append, remove } = useFieldArray({ control: form.control, name, keyName: 'key' });
  const { errors } = useFormState({ control: form.control, name, exact: true });
  const fault = errors.details?.[id]?.message;
  const first = columns[0]?.id ?? '';
  const addId = fieldId(`${name}.add`);
  const full = fields.length >= mostRows;

  const add = () => {
    if (full) return;
    const blank: DraftRow = Object.fromEntries(columns.map((column) => [column.id, null]));
    append(blank as never, { shouldFocus: false });
    focusLater(fieldId(`${name}.${fields.length}.${first}`));
  };
  const take = (at: number) => {
    const removed = (form.getValues(name) as unknown as readonly DraftRow[])[at];
    remove(at);
    focusLater(at === 0 ? addId : fieldId(`${name}.${at - 1}.${first}`));
    if (removed === undefined || isBlankRow(removed)) return;
    showUndo({
      message: `${capital(row)} removed`,
      onUndo: () => {
        const now = (form.getValues(name) ?? []) as unknown as readonly DraftRow[];
        form.setValue(name, [...now.slice(0, at), removed, ...now.slice(at)] as never, { shouldDirty: true });
      },
    });
  };
  const onEnter = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    // In a list of choices Enter chooses; in prose it begins a line.
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.ariaHasPopup !== null)
      return;
    event.preventDefault();
    add();
  };
  const wide = columns.some(({ kind }) => kind === 'prose');
  return (
    <fieldset className={classes.rows}>
      <legend className={classes.legend}>{label}</legend>
      {help === undefined ? null : (
        <Text size="xs" c="dimmed">
          {help}
        </Text>
      )}
      {fields.length === 0 ? null : (
        <ol className={clsx(classes.list, !wide && classes.lines)}>
          {fields.map(({ key }, at) => (
            <li key={key} className={classes.row}>
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset is announced twice */}
              <div
                role="group"
                aria-label={`${capital(row)} ${at + 1}`}
                className={classes.cells}
                onKeyDown={onEnter}
              >
                {columns.map((column) => (
                  <div key={column.id} className={clsx(classes[column.kind], wide && classes.wide)}>
                    <DetailField form={form} field={column} name={`${name}.${at}.${column.id}`} minRows={1} />
                  </div>
                ))}
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes.remove ?? ''}
                aria-label={`Remove ${row} ${at + 1}`}
                onClick={() => take(at)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      {fault === undefined ? null : (
        <Text size="sm" c="var(--mantine-color-error)">
          {issueWords(fault)}
        </Text>
      )}
      <Button
        id={addId}
        variant="default"
        size="xs"
        w="fit-content"
        disabled={full}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
      >
        Add {anOrA(row)}
      </Button>
    </fieldset>
  );
}

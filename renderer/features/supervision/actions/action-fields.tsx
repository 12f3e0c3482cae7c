import { List, Text } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { SelectField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { SuggestField } from '#renderer/forms/suggest-field.tsx';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { isDate } from '#renderer/forms/typed-date.ts';
import type { ZodForm } from '#renderer/forms/use-zod-form.ts';
import { today } from '#renderer/text/format.ts';
import { smartHintWords } from '#renderer/text/supervision-words.ts';
import { smartHints } from '#shared/domain/supervision/smart.ts';
import classes from '../supervision.module.css';
import { type ActionDraft, actionLabels } from './action-draft.ts';

/** What would make the action clearer, once something is written; it can be kept without. */
function Hints({ form }: { readonly form: ZodForm<ActionDraft, ActionDraft> }) {
  const action = useWatch({ control: form.control, name: 'action' });
  if (action.what.trim() === '') return null;
  const dueOn = isDate(action.dueOn) ? action.dueOn : null;
  const hints = smartHints({ ...action, dueOn }, today());
  return (
    <div role="status">
      {hints.length === 0 ? (
        <Text size="sm">Clear: it says what, how it is measured, who and by when.</Text>
      ) : (
        <List size="sm" aria-label="What would make this action clearer">
          {hints.map((hint) => (
            <List.Item key={hint}>{smartHintWords[hint]}</List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

/** The words of an action. @param fixedDay its day is moved elsewhere, with a reason. */
export function ActionFields(props: {
  readonly form: ZodForm<ActionDraft, ActionDraft>;
  readonly owners: readonly string[];
  readonly fixedDay?: boolean;
}) {
  const { form, owners, fixedDay = false } = props;
  const { pack } = usePortfolio();
  return (
    <>
      <div className={classes.fields}>
        <ProseField form={form} name="action.what" label={actionLabels['action.what']} required minRows={1} />
        <ProseField
          form={form}
          name="action.measure"
          label={actionLabels['action.measure']}
          required
          minRows={1}
        />
        <SuggestField
          form={form}
          name="action.owner"
          label={actionLabels['action.owner']}
          required
          suggestions={owners}
        />
        {fixedDay ? null : (
          <DateField form={form} name="action.dueOn" label={actionLabels['action.dueOn']} required />
        )}
        <SelectField
          form={form}
          name="action.capability"
          label={actionLabels['action.capability']}
          clearable
          choices={pack.capabilities.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
        />
      </div>
      <Hints form={form} />
    </>
  );
}

import { ActionIcon, Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { agendaReasonWords } from '#renderer/text/supervision-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { AgendaReason } from '#shared/domain/supervision/agenda.ts';
import type { AgendaLine } from '#shared/domain/supervision/meeting.ts';
import classes from '../../supervision.module.css';
import { SuggestionsPart } from './suggestions-part.tsx';
import type { MeetingForm } from './use-meeting.ts';

const most = 100;

const lineOf = (reason: AgendaReason): AgendaLine => ({
  id: crypto.randomUUID(),
  text: reason.text,
  capability: reason.capability,
  action: reason.kind === 'action' ? reason.action : null,
  from: reason.kind,
  done: false,
});
const isOn = (agenda: readonly AgendaLine[], reason: AgendaReason) =>
  agenda.some((line) =>
    reason.kind === 'action'
      ? line.action === reason.action
      : line.from === 'thin' && line.capability === reason.capability,
  );

/** One more line of one's own; Enter adds it. */
function AddLine(props: { readonly disabled: boolean; readonly onAdd: (text: string) => void }) {
  const [text, setText] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const line = text.trim();
    if (line === '') return;
    props.onAdd(line);
    setText('');
  };
  return (
    <form onSubmit={add}>
      <Group gap="sm" align="flex-end" mt="sm">
        <TextInput
          flex="1 1 14rem"
          label="Something else to talk about"
          value={text}
          maxLength={400}
          autoComplete="off"
          disabled={props.disabled}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={props.disabled}
          leftSection={<IconPlus size={18} aria-hidden />}
        >
          Add the line
        </Button>
      </Group>
    </form>
  );
}

/** What the meeting is about, ticked off line by line. */
export function AgendaPart(props: {
  readonly form: MeetingForm;
  readonly reasons: ReadonlyMap<string, AgendaReason>;
  readonly suggestions: readonly AgendaReason[];
}) {
  const { form, reasons, suggestions } = props;
  const { pack } = usePortfolio();
  const agenda = useWatch({ control: form.control, name: 'agenda' });
  const set = (next: readonly AgendaLine[]) =>
    form.setValue('agenda', next.slice(0, most), { shouldDirty: true });
  const done = agenda.filter((line) => line.done).length;
  const put = (added: readonly AgendaReason[]) =>
    set([...form.getValues('agenda'), ...added.filter((reason) => !isOn(agenda, reason)).map(lineOf)]);
  return (
    <Section
      title="Agenda"
      intro={agenda.length === 0 ? 'Nothing on it yet.' : `${done} of ${count(agenda.length, 'line')} done.`}
    >
      <ul className={classes.list} aria-label="Lines of the agenda">
        {agenda.map((line) => {
          const reason = reasons.get(line.id);
          const called = line.capability === null ? line.text : `${line.capability} ${line.text}`;
          return (
            <li key={line.id} className={classes.agendaLine}>
              <Checkbox
                aria-label={called}
                checked={line.done}
                onChange={(event) => {
                  const ticked = event.currentTarget.checked;
                  set(agenda.map((one) => (one.id === line.id ? { ...one, done: ticked } : one)));
                }}
              />
              <div className={classes.what}>
                <Text size="sm" fw={600} {...(line.done ? { td: 'line-through' } : {})}>
                  {called}
                </Text>
                <Text size="sm" c="dimmed">
                  {reason === undefined ? 'Added by hand' : agendaReasonWords(reason, pack)}
                </Text>
              </div>
              <ActionIcon
                variant="default"
                aria-label={`Take off the agenda: ${called}`}
                onClick={() => set(agenda.filter(({ id }) => id !== line.id))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <AddLine
        disabled={agenda.length >= most}
        onAdd={(text) =>
          set([
            ...agenda,
            { id: crypto.randomUUID(), text, capability: null, action: null, from: 'added', done: false },
          ])
        }
      />
      <SuggestionsPart suggestions={suggestions.filter((reason) => !isOn(agenda, reason))} onAdd={put} />
    </Section>
  );
}

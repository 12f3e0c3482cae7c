import { Stack, Text } from '@mantine/core';
import { Facts } from '#renderer/ui/facts.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { Meeting } from '#shared/domain/supervision/meeting.ts';
import classes from '../../supervision.module.css';

/** A meeting that was not held: it stays on the record as it was planned, with the reason. */
export function CancelledView({ meeting }: { readonly meeting: Meeting }) {
  const { on, people, cancelledReason, agenda, notes } = meeting;
  return (
    <Section title="It was not held" intro="A cancelled meeting stays on the record and is not changed.">
      <Stack gap="sm">
        <Facts
          facts={[
            ['Planned for', <UkDate key="on" date={on} />],
            ['Reason', cancelledReason],
            ['With', people.map(({ name }) => name).join(', ')],
            ['Agenda', agenda.length === 0 ? 'Nothing on it' : agenda.map(({ text }) => text).join('; ')],
          ]}
        />
        {notes === '' ? null : (
          <Text size="sm" className={classes.notes ?? ''}>
            {notes}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

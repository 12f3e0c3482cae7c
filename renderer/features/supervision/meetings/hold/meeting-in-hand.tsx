import { Group, Stack } from '@mantine/core';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { SavingLine } from '#renderer/forms/saving-line.tsx';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { AgendaReason } from '#shared/domain/supervision/agenda.ts';
import type { AgreementState } from '#shared/domain/supervision/agreement.ts';
import type { Meeting } from '#shared/domain/supervision/meeting.ts';
import classes from '../../supervision.module.css';
import { AgendaPart } from './agenda-part.tsx';
import { AgreedActions } from './agreed-actions.tsx';
import { AgreementPart } from './agreement-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { PlannedPart } from './planned-part.tsx';
import { useMeeting } from './use-meeting.ts';
import { WhenPart } from './when-part.tsx';

/** Where what cannot be saved yet of a meeting is kept. */
export const meetingKey = (id: string) => `meeting/${id}`;

/** A meeting while it is planned and held: one page, everything saved while it is written. */
export function MeetingInHand(props: {
  readonly portfolioId: string;
  readonly meeting: Meeting;
  readonly agreement: AgreementState;
  readonly reasons: ReadonlyMap<string, AgendaReason>;
  readonly suggestions: readonly AgendaReason[];
  readonly agreed: readonly string[];
  readonly kept: KeptValues | null;
}) {
  const { portfolioId, meeting, agreement, reasons, suggestions, agreed, kept } = props;
  const inHand = useMeeting(portfolioId, meeting);
  const { form, saver } = inHand;
  const { unsaved, flush, saving } = saver;
  const { drop } = useKeepText({
    textKey: meetingKey(meeting.id),
    forms: { meeting: form },
    unsaved,
    flush,
    kept,
  });
  const held = saving.is === 'incomplete' ? 'Not saved until every field is filled in' : undefined;
  return (
    <>
      <LeaveGuard unsaved={unsaved} flush={flush} onLose={drop} />
      <Group justify="flex-end" mb="xs">
        <SavingLine saver={saver} held={held} />
      </Group>
      <div className={classes.columns}>
        <Stack gap="md">
          <AgendaPart
            form={form}
            reasons={reasons}
            suggestions={meeting.state === 'planned' ? suggestions : []}
          />
          <Section title="Notes" intro="Nothing that could identify a patient.">
            <ProseField form={form} name="notes" label="What was said" minRows={8} />
          </Section>
          <AgreedActions meeting={meeting} agreed={agreed} />
        </Stack>
        <Stack gap="md">
          {meeting.state === 'planned' ? (
            <PlannedPart meeting={meeting} inHand={inHand} />
          ) : (
            <AgreementPart meeting={meeting} agreement={agreement} flush={flush} />
          )}
          <PeoplePart form={form} />
          <WhenPart form={form} />
        </Stack>
      </div>
    </>
  );
}

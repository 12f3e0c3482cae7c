import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { FieldScope } from '#renderer/forms/field-scope.ts';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { today } from '#renderer/text/format.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { Meeting } from '#shared/domain/supervision/meeting.ts';
import { lineSchema } from '#shared/domain/text.ts';
import { ShortForm } from '../../actions/short-form.tsx';
import type { MeetingInHand } from './use-meeting.ts';

const reasonSchema = z.strictObject({ reason: lineSchema(400) });
const reasonLabels = { reason: 'Why it is not held' };

function CancelForm(props: { readonly meeting: Meeting; readonly onDone: () => void }) {
  const { portfolioId } = usePortfolio();
  const form = useZodForm(reasonSchema, { reason: '' });
  const cancel = useMutation(api.meetings.cancel.mutationOptions());
  return (
    <ShortForm
      form={form}
      submit="Cancel the meeting"
      labels={reasonLabels}
      failure={cancel.error}
      save={({ reason }) => cancel.mutateAsync({ portfolioId, id: props.meeting.id, reason })}
      onDone={props.onDone}
    >
      <TextField form={form} name="reason" label={reasonLabels.reason} required maxLength={400} />
    </ShortForm>
  );
}

/** A meeting that is only planned: it took place, or did not, or is taken away. */
export function PlannedPart(props: { readonly meeting: Meeting; readonly inHand: MeetingInHand }) {
  const {
    meeting,
    inHand: { form, saver },
  } = props;
  const { portfolioId } = usePortfolio();
  const navigate = useNavigate();
  const [cancelling, setCancelling] = useState(false);
  const hold = useMutation(api.meetings.hold.mutationOptions());
  const remove = useMutation(api.meetings.remove.mutationOptions());
  const ahead = meeting.on > today();
  const held = async () => {
    const came = form.getValues('people').map((person) => ({ ...person, attended: person.attended ?? true }));
    form.setValue('people', came, { shouldDirty: true });
    if (!(await saver.flush())) return;
    await hold.mutateAsync({ portfolioId, id: meeting.id, people: came }).catch(() => undefined);
  };
  const takeAway = async () => {
    await saver.flush();
    await remove.mutateAsync({ portfolioId, id: meeting.id });
    await navigate({ to: paths.meetings, replace: true });
  };
  const fault = hold.error ?? remove.error;
  return (
    <Section title="Was it held?">
      <Stack gap="sm">
        {ahead ? (
          <Text size="sm">
            It is planned for <UkDate date={meeting.on} />: from that day on it can be noted as held.
          </Text>
        ) : (
          <Text size="sm">Once it is noted as held, both of you can agree to what is written here.</Text>
        )}
        <Group gap="sm">
          <Button
            disabled={ahead}
            loading={hold.isPending}
            leftSection={<IconCalendarCheck size={18} aria-hidden />}
            onClick={() => void held()}
          >
            It was held
          </Button>
          <Button variant="default" aria-expanded={cancelling} onClick={() => setCancelling(!cancelling)}>
            It was cancelled
          </Button>
          <Button variant="default" loading={remove.isPending} onClick={() => void takeAway()}>
            Remove it
          </Button>
        </Group>
        {cancelling ? (
          <FieldScope value="cancel">
            <CancelForm meeting={meeting} onDone={() => setCancelling(false)} />
          </FieldScope>
        ) : null}
        {fault === null ? null : <FailedState error={fault} />}
      </Stack>
    </Section>
  );
}

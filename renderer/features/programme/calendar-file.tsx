import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import classes from './programme.module.css';

/** The days as a file for Outlook or any other calendar. */
export function CalendarFile() {
  const [what, setWhat] = useState<'panels' | 'all'>('panels');
  const [names, setNames] = useState(false);
  const { mutationFn } = api.programme.calendarFile.mutationOptions();
  const make = useMutation({
    meta: { refresh: false },
    mutationFn: async (_: null, context) => {
      if (mutationFn === undefined) return;
      const { fileId, name } = await mutationFn({ what, names }, context);
      await saveOutgoing(fileId, name);
    },
  });
  return (
    <div className={classes.unprinted}>
      <Section
        title="Into your own calendar"
        intro="A file that Outlook and other calendars open. Open a newer one later: what moved is moved, what is off is taken out."
      >
        <Stack gap="sm" align="flex-start">
          <Radio.Group
            label="What goes in"
            value={what}
            onChange={(next) => setWhat(next === 'all' ? 'all' : 'panels')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="panels" label="The panels’ days" />
              <Radio value="all" label="Every day around them too" />
            </Stack>
          </Radio.Group>
          <Checkbox
            label="With the doctors’ names"
            description="Others may see your calendar. Without names it says only that there is a review."
            checked={names}
            onChange={(event) => setNames(event.currentTarget.checked)}
          />
          <Button
            variant="default"
            loading={make.isPending}
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => make.mutate(null)}
          >
            Save the calendar file
          </Button>
          {make.error === null ? null : <FailedState error={make.error} />}
        </Stack>
      </Section>
    </div>
  );
}

import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { FaultList } from '../fault-list.tsx';
import { AboutFields } from './about-fields.tsx';
import { CapabilityFields } from './capability-fields.tsx';
import { ReminderFields } from './reminder-fields.tsx';
import { RuleFields } from './rule-fields.tsx';
import { SectionFields } from './section-fields.tsx';
import { TypeFields } from './type-fields.tsx';

/** What each part of the editor is given. */
export type PartProps = {
  readonly pack: GuidancePack;
  readonly onChange: (pack: GuidancePack) => void;
};

export function PackEditor(props: { readonly start: GuidancePack; readonly isNew: boolean }) {
  const { start, isNew } = props;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [pack, setPack] = useState(start);
  const [saved, setSaved] = useState(false);
  const save = useMutation(
    api.guidance.save.mutationOptions({
      meta: { refresh: false },
      onSuccess: () => setSaved(true),
    }),
  );
  // Once the guard knows that nothing is unsaved.
  useEffect(() => {
    if (saved) void navigate({ to: paths.guidance }).then(() => queryClient.invalidateQueries());
  }, [saved, navigate, queryClient]);
  const part = { pack, onChange: setPack };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ pack });
      }}
    >
      <Stack gap="lg">
        <AboutFields {...part} isNew={isNew} />
        <CapabilityFields {...part} />
        <RuleFields {...part} />
        <ReminderFields {...part} />
        <TypeFields {...part} />
        <SectionFields {...part} />
        <FaultList error={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            Save version {pack.version}
          </Button>
        </Group>
      </Stack>
      <LeaveGuard unsaved={pack !== start && !saved} />
    </form>
  );
}

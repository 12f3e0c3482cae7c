import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { showIssues, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { announceSave } from '#renderer/ui/save-state.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { type Portfolio, workingLifeSchema } from '#shared/domain/portfolio.ts';
import { BreakRows } from './break-rows.tsx';
import { WindowEffect } from './window-effect.tsx';
import { WorkingTimeRows } from './working-time-rows.tsx';

const labels = {
  'breaks.from': 'First day of the break',
  'breaks.to': 'Last day of the break',
  'breaks.reason': 'Reason',
  'workingTime.from': 'Working time from',
  'workingTime.percent': 'Per cent of full time',
};

export const workingLifeTextKey = (portfolioId: string): string => `settings/working-life/${portfolioId}`;

const valuesOf = ({ breaks = [], workingTime = [] }: Pick<Portfolio, 'breaks' | 'workingTime'>) => ({
  breaks: [...breaks],
  workingTime: [...workingTime],
});

export function WorkingLifeForm(props: {
  readonly portfolio: Portfolio;
  readonly pack: GuidancePack;
  /** What was being written when Waymark locked or was closed. */
  readonly kept: KeptValues | null;
}) {
  const { portfolio, pack } = props;
  const form = useZodForm(workingLifeSchema, valuesOf(portfolio));
  const [placed, setPlaced] = useState(false);
  const save = useMutation(api.portfolios.setWorkingLife.mutationOptions());

  const submit = async (life: Pick<Portfolio, 'breaks' | 'workingTime'>) => {
    try {
      const { breaks, workingTime } = valuesOf(life);
      form.reset(valuesOf(await save.mutateAsync({ portfolioId: portfolio.id, breaks, workingTime })));
      announceSave({ is: 'saved', at: new Date() });
      setPlaced(false);
    } catch (fault) {
      setPlaced(showIssues(form, fault));
    }
  };
  // Locking saves what is still being edited, if it is complete; if not, it is kept.
  const saveIfChanged = async () => {
    if (!form.formState.isDirty) return true;
    await form.handleSubmit(submit)();
    return !form.formState.isDirty;
  };
  const { drop } = useKeepText({
    textKey: workingLifeTextKey(portfolio.id),
    forms: { life: form },
    unsaved: form.formState.isDirty,
    flush: saveIfChanged,
    kept: props.kept,
  });
  return (
    <ZodForm
      form={form}
      labels={labels}
      failure={placed ? null : save.error}
      busy={save.isPending}
      submit="Save breaks and working time"
      onSubmit={submit}
    >
      <BreakRows form={form} />
      <WorkingTimeRows form={form} wholeTime={pack.window.wholeTimeEquivalent} />
      <WindowEffect form={form} pack={pack} portfolio={portfolio} />
      <Text size="sm" c="dimmed" role="status">
        {form.formState.isDirty ? 'Not saved yet.' : ''}
      </Text>
      <LeaveGuard searchLeaves unsaved={form.formState.isDirty} onLose={drop} />
    </ZodForm>
  );
}

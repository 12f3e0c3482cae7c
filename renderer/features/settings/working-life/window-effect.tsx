import { Text } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useWatch } from 'react-hook-form';
import { today } from '#renderer/text/format.ts';
import { Note } from '#renderer/ui/note.tsx';
import { clockOf } from '#shared/domain/coverage/clock.ts';
import { windowStart } from '#shared/domain/coverage/window.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { breakSchema, type Portfolio, workingTimeSchema } from '#shared/domain/portfolio.ts';
import type { LifeForm } from './life-form.ts';

/** What the rows say about the window, in plain words; rows that are not finished are left out. */
export function WindowEffect(props: {
  readonly form: LifeForm;
  readonly pack: GuidancePack;
  readonly portfolio: Portfolio;
}) {
  const { form, pack, portfolio } = props;
  const { years, wholeTimeEquivalent } = pack.window;
  const breaks = useWatch({ control: form.control, name: 'breaks' }).flatMap((row) => {
    const read = breakSchema.safeParse(row);
    return read.success ? [read.data] : [];
  });
  const workingTime = useWatch({ control: form.control, name: 'workingTime' }).flatMap((row) => {
    const read = workingTimeSchema.safeParse(row);
    return read.success ? [read.data] : [];
  });
  const from = clockOf(pack, { breaks, workingTime }).windowStart(portfolio.targetDate, years, today());
  const calendar = windowStart(portfolio.targetDate, years);
  return (
    <Note tone="info" icon={IconCalendarTime} title={`Evidence from ${ukDate(from)} counts`} role="status">
      <Text size="sm">
        The window is {years} {wholeTimeEquivalent ? 'whole-time equivalent ' : ''}years before the target
        date, {ukDate(portfolio.targetDate)}.{' '}
        {from === calendar
          ? 'Breaks and working time do not move it.'
          : `Without breaks and part-time work it would begin on ${ukDate(calendar)}.`}
      </Text>
      {breaks.length === 0 ? null : (
        <Text size="sm">
          That breaks stop the clock is Waymark’s own reading. Ask the GMC before you rely on older evidence.
        </Text>
      )}
    </Note>
  );
}

import { ActionIcon, Group, NumberInput, Popover, Text } from '@mantine/core';
import { IconClock, IconPlayerPause, IconPlayerPlay, IconSettings } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import classes from './room.module.css';

const storageKey = 'waymark.panel-minutes';
const usual = 20; // minutes for one doctor

const kept = (): number => Number(localStorage.getItem(storageKey)) || usual;

/** How long one doctor has had, over pauses. Milliseconds. */
type Run = { readonly before: number; readonly since: number | null };
// Over doctors and back, for as long as the window is open.
const runs = new Map<string, Run>();

const elapsed = ({ before, since }: Run) => before + (since === null ? 0 : Date.now() - since);

export type RoomTimer = {
  readonly running: boolean;
  /** Seconds left; negative once it is over. */
  readonly left: number;
  readonly minutes: number;
  readonly setMinutes: (minutes: number) => void;
  readonly toggle: () => void;
};

/** Counts one doctor's time down. It tells; it never stops anybody. */
export function useRoomTimer(review: string): RoomTimer {
  const [minutes, setMinutes] = useState(kept);
  const [run, setRun] = useState<Run>(() => runs.get(review) ?? { before: 0, since: null });
  const [, tick] = useState(0);
  const running = run.since !== null;
  useEffect(() => {
    runs.set(review, run);
  }, [review, run]);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => tick((times) => times + 1), 1000);
    return () => clearInterval(timer);
  }, [running]);
  // Another doctor's time waits while this one is looked at.
  useEffect(
    () => () => {
      const last = runs.get(review);
      if (last !== undefined) runs.set(review, { before: elapsed(last), since: null });
    },
    [review],
  );
  return {
    running,
    left: Math.round(minutes * 60 - elapsed(run) / 1000),
    minutes,
    setMinutes: (next) => {
      localStorage.setItem(storageKey, String(next));
      setMinutes(next);
    },
    toggle: () => setRun({ before: elapsed(run), since: running ? null : Date.now() }),
  };
}

const clock = (seconds: number) =>
  `${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, '0')}`;

export function TimerBar({ timer }: { readonly timer: RoomTimer }) {
  const { left, running, minutes, setMinutes, toggle } = timer;
  return (
    <Group gap={4} wrap="nowrap">
      <Text
        component="div"
        role="timer"
        size="sm"
        fw={600}
        className={classes.timer ?? ''}
        data-over={left < 0}
      >
        <IconClock size={16} aria-hidden /> {left < 0 ? `${clock(left)} over` : `${clock(left)} left`}
      </Text>
      <ActionIcon
        variant="default"
        size={34}
        onClick={toggle}
        aria-label={running ? 'Pause the timer' : 'Start the timer'}
      >
        {running ? <IconPlayerPause size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
      </ActionIcon>
      <Popover trapFocus position="bottom-end" withinPortal={false}>
        <Popover.Target>
          <ActionIcon variant="default" size={34} aria-label="Minutes for each doctor">
            <IconSettings size={18} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <NumberInput
            label="Minutes for each doctor"
            description="It only counts: nothing stops when they are over."
            min={1}
            max={240}
            allowDecimal={false}
            value={minutes}
            onChange={(value) => (typeof value === 'number' && value >= 1 ? setMinutes(value) : undefined)}
          />
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

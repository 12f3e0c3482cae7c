import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import {
  IconArrowsDiff,
  IconChevronLeft,
  IconChevronRight,
  IconKeyboard,
  IconUserShare,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { choosePortfolio } from '#renderer/api/chosen-portfolio.ts';
import { api } from '#renderer/api/client.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { PanelRoom } from '#shared/contract/panel.ts';
import { ukDate } from '#shared/domain/dates.ts';
import { counts } from '#shared/domain/panel/members.ts';
import classes from './room.module.css';
import { type RoomTimer, TimerBar } from './room-timer.tsx';

/** Whose review it is, who sits here, how long it takes, and the ways on. */
export function RoomHeader(props: {
  readonly at: { readonly portfolioId: string; readonly id: string };
  readonly room: PanelRoom;
  readonly doctors: {
    readonly place: number;
    readonly total: number;
    readonly onMove: (by: 1 | -1) => void;
  };
  readonly timer: RoomTimer;
  readonly onCompare: (() => void) | undefined;
  readonly onHelp: () => void;
  readonly flush: () => Promise<boolean>;
}) {
  const { at, room, doctors, timer, onCompare, onHelp, flush } = props;
  const { doctor } = room.brief;
  const me = room.standings.find(({ member }) => member.id === room.here);
  const judging = room.standings.filter(({ not }) => not === null);
  const stand = useMutation({
    mutationFn: async () => {
      await flush();
      return api.panel.sit.call({ ...at, member: null });
    },
  });
  useEffect(() => {
    document.title = `${doctor.name}, panel room · Waymark`;
  }, [doctor.name]);
  const { place, total, onMove } = doctors;
  return (
    <header className={classes.header}>
      <Group gap="xs" wrap="nowrap" miw={0}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label="Previous doctor"
          disabled={place <= 0}
          onClick={() => onMove(-1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={34}
          aria-label="Next doctor"
          disabled={place < 0 || place >= total - 1}
          onClick={() => onMove(1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <div className={classes.who}>
          <Title order={1} size="h4" className={classes.doctor ?? ''} data-review={at.id}>
            {doctor.name}
          </Title>
          <Text size="xs" c="dimmed">
            {total > 1 ? `Doctor ${place + 1} of ${total} · ` : ''}
            {ukDate(room.review.heldOn)} · {room.brief.guidance.title}
          </Text>
        </div>
      </Group>
      <Group gap="xs">
        <Text size="sm" role="status">
          {room.compared ? 'Side by side' : `${judging.filter(counts).length} of ${judging.length} finished`}
        </Text>
        <TimerBar timer={timer} />
        {onCompare === undefined ? null : (
          <Button size="xs" h={34} leftSection={<IconArrowsDiff size={18} aria-hidden />} onClick={onCompare}>
            Compare
          </Button>
        )}
        {me === undefined ? null : (
          <Button
            size="xs"
            h={34}
            variant="default"
            leftSection={<IconUserShare size={18} aria-hidden />}
            loading={stand.isPending}
            onClick={() => stand.mutate()}
          >
            {me.member.name}: hand over
          </Button>
        )}
        <ActionIcon variant="default" size={34} aria-label="Keys" onClick={onHelp}>
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
        <LinkButton
          size="xs"
          h={34}
          variant="default"
          to={paths.review}
          params={{ id: at.id }}
          onClick={() => choosePortfolio(at.portfolioId)}
        >
          Outcome and signing
        </LinkButton>
        <LinkButton size="xs" h={34} variant="default" to={paths.panel}>
          The day
        </LinkButton>
      </Group>
    </header>
  );
}

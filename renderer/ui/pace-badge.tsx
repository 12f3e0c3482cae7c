import {
  type Icon,
  IconBeach,
  IconCalendarOff,
  IconHourglass,
  IconMinus,
  IconTrendingUp,
} from '@tabler/icons-react';
import { paceWords } from '#renderer/text/pace-words.ts';
import type { Pace } from '#shared/domain/coverage/pace.ts';
import { type Tone, ToneBadge } from './tone-badge.tsx';

/** Never the colour of an alarm: a plan is no obligation, and leave is none of its business. */
const looks: Record<Pace['standing'], { readonly tone: Tone; readonly icon: Icon }> = {
  'on-pace': { tone: 'good', icon: IconTrendingUp },
  behind: { tone: 'warn', icon: IconHourglass },
  'on-break': { tone: 'info', icon: IconBeach },
  'past-target': { tone: 'neutral', icon: IconCalendarOff },
  'no-plan': { tone: 'neutral', icon: IconMinus },
};

export function PaceBadge(props: { readonly standing: Pace['standing'] }) {
  const { tone, icon } = looks[props.standing];
  const { title, meaning } = paceWords[props.standing];
  return (
    <ToneBadge tone={tone} icon={icon} title={meaning}>
      {title}
    </ToneBadge>
  );
}

import {
  type Icon,
  IconCalendarEvent,
  IconCalendarOff,
  IconCircleCheckFilled,
  IconCircleDotted,
  IconCircleHalf2,
  IconHistory,
  IconUsersGroup,
} from '@tabler/icons-react';
import { count } from '#renderer/text/format.ts';
import { agreementWords, meetingStateWords } from '#renderer/text/supervision-words.ts';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { AgreementState } from '#shared/domain/supervision/agreement.ts';
import type { Meeting, MeetingState } from '#shared/domain/supervision/meeting.ts';

type Look = { readonly tone: Tone; readonly icon: Icon };

const stateLooks: Record<MeetingState, Look> = {
  planned: { tone: 'info', icon: IconCalendarEvent },
  held: { tone: 'good', icon: IconCircleCheckFilled },
  cancelled: { tone: 'neutral', icon: IconCalendarOff },
};

const agreementLooks: Record<AgreementState['state'], Look> = {
  both: { tone: 'good', icon: IconCircleCheckFilled },
  one: { tone: 'info', icon: IconCircleHalf2 },
  older: { tone: 'warn', icon: IconHistory },
  none: { tone: 'neutral', icon: IconCircleDotted },
};

export function MeetingStateBadge({ state }: { readonly state: MeetingState }) {
  const { tone, icon } = stateLooks[state];
  return (
    <ToneBadge tone={tone} icon={icon}>
      {meetingStateWords[state]}
    </ToneBadge>
  );
}

export function AgreementBadge({ state }: { readonly state: AgreementState['state'] }) {
  const { tone, icon } = agreementLooks[state];
  return (
    <ToneBadge tone={tone} icon={icon}>
      {agreementWords[state]}
    </ToneBadge>
  );
}

/** Only for a meeting of several doctors: how many others there are. */
export function GroupBadge({ meeting: { group, others } }: { readonly meeting: Meeting }) {
  if (!group) return null;
  return (
    <ToneBadge tone="neutral" icon={IconUsersGroup}>
      With {count(others, 'other doctor')}
    </ToneBadge>
  );
}

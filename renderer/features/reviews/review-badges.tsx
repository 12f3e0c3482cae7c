import {
  type Icon,
  IconArrowUpRight,
  IconCalendarEvent,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleDot,
  IconMinus,
  IconPencil,
  IconSignature,
  IconTrendingUp,
} from '@tabler/icons-react';
import { actionStatusWords, judgementWords, reviewStateWords } from '#renderer/text/review-words.ts';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { Action, JudgementLevel, ReviewState } from '#shared/domain/review.ts';

type Look = { readonly tone: Tone; readonly icon: Icon };

const stateLooks: Record<ReviewState, Look> = {
  scheduled: { tone: 'neutral', icon: IconCalendarEvent },
  drafted: { tone: 'info', icon: IconPencil },
  signed: { tone: 'good', icon: IconSignature },
};

export const ReviewStateBadge = ({ state }: { readonly state: ReviewState }) => (
  <ToneBadge {...stateLooks[state]}>{reviewStateWords[state]}</ToneBadge>
);

// All of one weight: a level is the panel's rating, never a pass or a fail.
const levelLooks: Record<JudgementLevel, Look> = {
  progressing: { tone: 'info', icon: IconTrendingUp },
  developing: { tone: 'info', icon: IconArrowUpRight },
  limited: { tone: 'neutral', icon: IconMinus },
  'not-considered': { tone: 'neutral', icon: IconCircleDashed },
};

export const JudgementBadge = ({ level }: { readonly level: JudgementLevel }) => (
  <ToneBadge {...levelLooks[level]} title={judgementWords[level].meaning}>
    {judgementWords[level].title}
  </ToneBadge>
);

const statusLooks: Record<Action['status'], Look> = {
  open: { tone: 'warn', icon: IconCircleDot },
  done: { tone: 'good', icon: IconCircleCheckFilled },
  dropped: { tone: 'neutral', icon: IconMinus },
};

export const ActionStatusBadge = ({ status }: { readonly status: Action['status'] }) => (
  <ToneBadge {...statusLooks[status]}>{actionStatusWords[status]}</ToneBadge>
);

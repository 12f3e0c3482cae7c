import {
  type Icon,
  IconCalendarEvent,
  IconCircleCheckFilled,
  IconCircleDot,
  IconMinus,
  IconPencil,
  IconSignature,
} from '@tabler/icons-react';
import { actionStatusWords, reviewStateWords } from '#renderer/text/review-words.ts';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { Action, ReviewState } from '#shared/domain/review.ts';

type Look = { readonly tone: Tone; readonly icon: Icon };

const stateLooks: Record<ReviewState, Look> = {
  scheduled: { tone: 'neutral', icon: IconCalendarEvent },
  drafted: { tone: 'info', icon: IconPencil },
  signed: { tone: 'good', icon: IconSignature },
};

export const ReviewStateBadge = ({ state }: { readonly state: ReviewState }) => (
  <ToneBadge {...stateLooks[state]}>{reviewStateWords[state]}</ToneBadge>
);

const statusLooks: Record<Action['status'], Look> = {
  open: { tone: 'warn', icon: IconCircleDot },
  done: { tone: 'good', icon: IconCircleCheckFilled },
  dropped: { tone: 'neutral', icon: IconMinus },
};

export const ActionStatusBadge = ({ status }: { readonly status: Action['status'] }) => (
  <ToneBadge {...statusLooks[status]}>{actionStatusWords[status]}</ToneBadge>
);

import {
  type Icon,
  IconArrowBackUp,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconEye,
  IconPencil,
} from '@tabler/icons-react';
import { feedbackStateWords } from '#renderer/text/feedback-words.ts';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { FeedbackState } from '#shared/domain/supervision/feedback-states.ts';

const looks: Record<FeedbackState, { readonly tone: Tone; readonly icon: Icon }> = {
  none: { tone: 'neutral', icon: IconCircleDashed },
  seen: { tone: 'info', icon: IconEye },
  accepted: { tone: 'good', icon: IconCircleCheckFilled },
  returned: { tone: 'warn', icon: IconArrowBackUp },
  changed: { tone: 'neutral', icon: IconPencil },
};

/** Where an item stands with its supervisors: a shape and a word. */
export function FeedbackBadge(props: { readonly state: FeedbackState }) {
  const { tone, icon } = looks[props.state];
  const { title, meaning } = feedbackStateWords[props.state];
  return (
    <ToneBadge tone={tone} icon={icon} title={meaning}>
      {title}
    </ToneBadge>
  );
}

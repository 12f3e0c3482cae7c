import {
  type Icon,
  IconArrowUpRight,
  IconCircleDashed,
  IconMinus,
  IconTrendingUp,
} from '@tabler/icons-react';
import { judgementWords } from '#renderer/text/review-words.ts';
import type { JudgementLevel } from '#shared/domain/review.ts';
import { type Tone, ToneBadge } from '../tone-badge.tsx';

type Look = { readonly tone: Tone; readonly icon: Icon };

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

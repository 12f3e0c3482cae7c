import { IconAlarm, IconCircle, IconCircleCheckFilled, IconCircleX } from '@tabler/icons-react';
import { actionStatusWords } from '#renderer/text/review-words.ts';
import type { ListedAction } from '#shared/domain/supervision/action-list.ts';
import { ToneBadge } from './tone-badge.tsx';

const looks = {
  open: { tone: 'info', icon: IconCircle },
  done: { tone: 'good', icon: IconCircleCheckFilled },
  dropped: { tone: 'neutral', icon: IconCircleX },
} as const;

/** Whether an action is open, overdue or closed. */
export function ListedActionBadge({ action }: { readonly action: Pick<ListedAction, 'status' | 'overdue'> }) {
  if (action.overdue)
    return (
      <ToneBadge tone="bad" icon={IconAlarm}>
        Overdue
      </ToneBadge>
    );
  const { tone, icon } = looks[action.status];
  return (
    <ToneBadge tone={tone} icon={icon}>
      {actionStatusWords[action.status]}
    </ToneBadge>
  );
}

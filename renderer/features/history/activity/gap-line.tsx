import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { gapWords } from '#renderer/text/history-words.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { Activity } from '#shared/contract/history.ts';
import type { HistoryGap } from '#shared/domain/history.ts';
import classes from './activity.module.css';

export type ActivityRow =
  | { readonly kind: 'entry'; readonly entry: Activity }
  | { readonly kind: 'gap'; readonly gap: HistoryGap };

/** Entries, newest first, with the gaps where they belong; one below the last entry only when nothing more follows. */
export function withGaps(
  entries: readonly Activity[],
  gaps: readonly HistoryGap[],
  hasMore: boolean,
): readonly ActivityRow[] {
  const last = entries.at(-1)?.seq ?? Number.POSITIVE_INFINITY;
  const rows = [
    ...entries.map((entry) => ({ at: entry.seq, row: { kind: 'entry', entry } as const })),
    ...gaps
      .filter(({ from }) => !hasMore || from > last)
      .map((gap) => ({ at: gap.from, row: { kind: 'gap', gap } as const })),
  ];
  return rows.sort((a, b) => b.at - a.at).map(({ row }) => row);
}

/** Saves that cannot be read any more: the history says so where they were. */
export function GapLine({ gap }: { readonly gap: HistoryGap }) {
  const { what, safe } = gapWords(gap);
  return (
    <li className={classes.line}>
      <div>
        <ToneBadge tone="warn" icon={IconAlertTriangle}>
          Gap
        </ToneBadge>
      </div>
      <div className={classes.what}>
        <strong>{what}</strong>
        <Text size="xs" c="dimmed">
          {safe}
        </Text>
      </div>
    </li>
  );
}

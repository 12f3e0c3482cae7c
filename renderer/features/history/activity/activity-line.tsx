import { Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { usePortfolioNames } from '#renderer/api/portfolio-names.ts';
import { momentWords, numberWords } from '#renderer/text/format.ts';
import { doneWords } from '#renderer/text/history-words.ts';
import { clsx } from '#renderer/ui/clsx.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { Activity } from '#shared/contract/history.ts';
import classes from './activity.module.css';
import { UndoActivity } from './undo-activity.tsx';

function sentence({ action, origin, count, subjects }: Activity): string {
  const title = count === 1 ? (subjects[0]?.title ?? null) : null;
  const words = doneWords({ action: origin ?? action, count, title });
  if (origin === null) return words;
  return `${action === 'undo' ? 'Undid' : 'Redid'}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** One thing that was done, with links to the history of what it changed, and a way to take it back. */
export function ActivityLine({ entry }: { readonly entry: Activity }) {
  const { at, who, subjects, count, undone, undoable } = entry;
  const { entries } = useCurrentShelf();
  const named = usePortfolioNames();
  const other = entries.find(({ id }) => id === entry.about.moved?.portfolio);
  const more = count - subjects.length;
  return (
    <li className={classes.line}>
      <Text component="time" dateTime={at} size="sm" c="dimmed">
        {momentWords(at)}
      </Text>
      <div className={classes.what}>
        <span className={clsx(undone && classes.undone)}>{sentence(entry)}</span>{' '}
        {undone ? (
          <ToneBadge tone="neutral" icon={IconArrowBackUp}>
            Undone
          </ToneBadge>
        ) : null}
        {other === undefined ? null : (
          <Text size="xs">
            {entry.about.moved?.way === 'out' ? 'To' : 'From'} {named(other)}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {who.map(({ name }) => name).join(', ')}
        </Text>
        {subjects.length === 0 ? null : (
          <div className={classes.subjects}>
            {subjects.map(({ collection, id, title }) => (
              <TextLink key={id} size="xs" to={paths.history} params={{ collection, id }}>
                History of {title === '' ? 'the record' : `“${title}”`}
              </TextLink>
            ))}
            {more > 0 ? (
              <Text size="xs" c="dimmed">
                and {numberWords(more)} more
              </Text>
            ) : null}
          </div>
        )}
      </div>
      {undoable ? <UndoActivity entry={entry} what={sentence(entry)} /> : null}
    </li>
  );
}

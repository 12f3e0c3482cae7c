import { Text } from '@mantine/core';
import { answerWords } from '#renderer/text/request-words.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { ShownRequest } from '#shared/contract/requests.ts';
import classes from './requests.module.css';

/** Each item of a request, and what became of it. */
export function ItemList({ items }: Pick<ShownRequest, 'items'>) {
  return (
    <ul className={classes.items} aria-label="What it asks about">
      {items.map(({ id, title, startedOn, capabilities, state, on, comment }) => (
        <li key={id}>
          <Text size="sm" fw={600}>
            {title === '' ? 'An item that is not here any more' : title}
          </Text>
          <Text size="sm" c="dimmed">
            {startedOn === '' ? null : <UkDate date={startedOn} />}
            {capabilities.length === 0 ? '' : `, ${capabilities.join(', ')}`}
          </Text>
          <Text size="sm">
            {answerWords[state]}
            {on === null ? null : (
              <>
                {' '}
                on <UkDate date={on} />
              </>
            )}
            {comment === '' ? '' : `: ${comment}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}

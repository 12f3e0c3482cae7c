import { Text } from '@mantine/core';
import { recordWords } from '#renderer/text/sharing-words.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { ContentRef } from '#shared/domain/packages/audiences.ts';
import classes from './sharing.module.css';

const nameOf = ({ collection, title }: ContentRef) =>
  collection === 'evidence'
    ? title
    : [recordWords[collection], title].filter((part) => part !== '').join(': ');

/** One record of a package by its name and date. */
export function RecordLine({ of, why }: { readonly of: ContentRef; readonly why?: string }) {
  return (
    <li className={classes.line}>
      <span className={classes.title}>
        {nameOf(of)}
        {why === undefined ? null : (
          <Text size="sm" c="dimmed">
            {why}
          </Text>
        )}
      </span>
      {of.date === '' ? null : (
        <span className={classes.when}>
          <UkDate date={of.date} />
        </span>
      )}
    </li>
  );
}

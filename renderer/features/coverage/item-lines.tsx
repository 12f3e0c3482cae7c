import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTypeTitle } from '#renderer/api/portfolio-context.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { CoverageItem } from '#shared/domain/coverage/ageing.ts';
import classes from './coverage.module.css';

type Line = Pick<CoverageItem, 'id' | 'title' | 'type' | 'startedOn' | 'endedOn' | 'draft' | 'verified'>;

/** Items with their date, their kind and a link to each. @param more what else is to be said of one */
export function ItemLines<T extends Line>(props: {
  readonly items: readonly T[];
  readonly more?: (item: T) => ReactNode;
  /** What stands under one. */
  readonly below?: (item: T) => ReactNode;
}) {
  const typeTitle = useTypeTitle();
  return (
    <ul className={classes.evidence}>
      {props.items.map((item) => (
        <li key={item.id}>
          <UkDate date={item.endedOn ?? item.startedOn} />
          <div>
            <TextLink size="sm" to={paths.evidenceItem} params={{ id: item.id }}>
              {item.title}
            </TextLink>{' '}
            <Text span size="sm" c="dimmed" ms={6}>
              {typeTitle(item.type)}, {item.draft ? 'draft' : item.verified ? 'verified' : 'not verified'}
              {props.more?.(item)}
            </Text>
            {props.below?.(item)}
          </div>
        </li>
      ))}
    </ul>
  );
}

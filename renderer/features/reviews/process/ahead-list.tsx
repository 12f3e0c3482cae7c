import { List, Text } from '@mantine/core';
import { missingBeforeWords, stepRolePhrases, stepWords } from '#renderer/text/review-process-words.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { ProcessView } from '#shared/domain/review-process/view.ts';
import classes from './process.module.css';

type Ahead = ProcessView['ahead'][number];

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function whatOf({ what }: Ahead): string {
  if (what === 'open') return 'It opens to the panel by itself';
  if (what === 'draft') return 'The panel judges and writes';
  return what === 'sign' ? 'The chair signs' : stepWords[what].todo;
}

function who({ who: roles }: Ahead): string {
  return roles.length === 0 ? '' : either.format(roles.map((role) => stepRolePhrases[role]));
}

/** What comes next: whose it is, by when, and what is still missing before it. */
export function AheadList({ ahead }: { readonly ahead: readonly Ahead[] }) {
  if (ahead.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={700}>
        What comes next
      </Text>
      <ul className={classes.ahead}>
        {ahead.map((one) => (
          <li key={one.what}>
            <Text size="sm" span fw={600}>
              {whatOf(one)}
            </Text>
            <Text size="sm" span>
              {who(one) === '' ? '' : ` (${who(one)})`}
              {one.by === null ? '' : one.what === 'open' ? ` on ${ukDate(one.by)}` : ` by ${ukDate(one.by)}`}
              {one.overdue ? ': overdue' : ''}
            </Text>
            {one.missing.length === 0 ? null : (
              <List size="sm" className={classes.missing ?? ''}>
                {one.missing.map((part) => (
                  <List.Item key={part}>Missing: {missingBeforeWords[part]}</List.Item>
                ))}
              </List>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

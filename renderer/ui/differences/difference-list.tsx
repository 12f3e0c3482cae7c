import { Text, VisuallyHidden } from '@mantine/core';
import type { ReadableDifference } from './difference-words.ts';
import classes from './differences.module.css';
import { type WordPart, wordParts } from './word-parts.ts';

function Part({ part }: { readonly part: WordPart }) {
  if (part.is === 'same') return <>{part.text}</>;
  const Mark = part.is === 'added' ? 'ins' : 'del';
  return (
    <Mark className={classes[part.is]}>
      <VisuallyHidden>{part.is === 'added' ? ' [added: ' : ' [removed: '}</VisuallyHidden>
      {part.text}
      <VisuallyHidden>] </VisuallyHidden>
    </Mark>
  );
}

function Whole(props: { readonly is: 'added' | 'removed'; readonly text: string }) {
  const Mark = props.is === 'added' ? 'ins' : 'del';
  return (
    <dd>
      <span aria-hidden className={classes.sign}>
        {props.is === 'added' ? '+' : '−'}
      </span>
      <VisuallyHidden>{props.is === 'added' ? 'Added: ' : 'Removed: '}</VisuallyHidden>
      <Mark className={classes[props.is]}>{props.text}</Mark>
    </dd>
  );
}

function Both(props: { readonly before: string; readonly after: string }) {
  const { before, after } = props;
  const parts = wordParts(before, after);
  if (parts === null) {
    return (
      <>
        <Whole is="removed" text={before} />
        <Whole is="added" text={after} />
      </>
    );
  }
  return (
    <dd>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch of text has no other identity
        <Part key={at} part={part} />
      ))}
    </dd>
  );
}

/** What differs, field by field: added is underlined, removed struck through, and both say so to screen readers. */
export function DifferenceList(props: { readonly differences: readonly ReadableDifference[] }) {
  if (props.differences.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing you can see differs.
      </Text>
    );
  }
  return (
    <dl className={classes.list}>
      {props.differences.map(({ key, label, before, after }) => (
        <div key={key} className={classes.field}>
          <dt>{label}</dt>
          {before !== null && after !== null ? <Both before={before} after={after} /> : null}
          {before !== null && after === null ? <Whole is="removed" text={before} /> : null}
          {before === null && after !== null ? <Whole is="added" text={after} /> : null}
          {before === null && after === null ? <dd>Emptied</dd> : null}
        </div>
      ))}
    </dl>
  );
}

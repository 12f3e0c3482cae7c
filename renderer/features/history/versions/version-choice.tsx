import { UnstyledButton } from '@mantine/core';
import { momentWords } from '#renderer/text/format.ts';
import classes from './history.module.css';
import { type VersionGroup, versionWords } from './version-groups.ts';

/** One version in the list: what was done, when and by whom. */
export function VersionChoice(props: {
  readonly group: VersionGroup;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { group, chosen, onChoose } = props;
  const [last] = group;
  return (
    <li>
      <UnstyledButton
        className={classes.version ?? ''}
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className={classes.did}>{versionWords(group)}</span>
        <span className={classes.by}>{momentWords(last.by.at)}</span>
        <span className={classes.by}>
          {last.by.name}
          {last.newest ? ' · the present version' : ''}
        </span>
      </UnstyledButton>
    </li>
  );
}

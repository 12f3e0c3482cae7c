import { spokenFingerprint } from '#shared/domain/people.ts';
import { clsx } from '../clsx.ts';
import classes from './fingerprint.module.css';

/** Six groups of digits that two people read to each other. @param label whose they are, for screen readers. */
export function Fingerprint(props: {
  readonly fingerprint: string;
  readonly label: string;
  readonly small?: boolean;
}) {
  const { fingerprint, label, small = false } = props;
  return (
    <ol className={clsx(classes.groups, small ? classes.small : undefined)} aria-label={label}>
      {spokenFingerprint(fingerprint).map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the group's identity
        <li key={at} className={classes.group}>
          {group}
        </li>
      ))}
    </ol>
  );
}

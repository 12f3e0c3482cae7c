import { Kbd, Text } from '@mantine/core';
import { useSingleKeys } from '#renderer/ui/single-keys.ts';
import classes from './judge.module.css';

/** The keys for a panel that goes through many capabilities. */
export function KeysHint() {
  const on = useSingleKeys();
  return (
    <Text component="div" size="xs" c="dimmed" className={classes.keys}>
      {on ? (
        <>
          <Kbd size="xs">1</Kbd> to <Kbd size="xs">4</Kbd> level, then the reason · <Kbd size="xs">J</Kbd>{' '}
          <Kbd size="xs">K</Kbd> next, previous ·{' '}
        </>
      ) : null}
      <Kbd size="xs">Alt</Kbd> <Kbd size="xs">↓</Kbd> <Kbd size="xs">↑</Kbd> the same while typing
    </Text>
  );
}

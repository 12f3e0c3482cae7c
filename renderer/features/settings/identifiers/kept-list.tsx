import { Button, Code, Group, Text } from '@mantine/core';
import classes from './identifier-settings.module.css';

/** What is kept, each with a way to take it out. */
export function KeptList(props: {
  readonly label: string;
  readonly none: string;
  readonly kept: readonly { readonly key: string; readonly words: string }[];
  readonly busy: boolean;
  readonly onRemove: (key: string) => void;
}) {
  const { label, none, kept, busy, onRemove } = props;
  if (kept.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  return (
    <ul className={classes.list} aria-label={label}>
      {kept.map(({ key, words }) => (
        <li key={key} className={classes.kept}>
          <Group gap="sm" justify="space-between">
            <Text size="sm">
              <Code>{key}</Code> {words}
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              disabled={busy}
              aria-label={`Remove ${key}`}
              onClick={() => onRemove(key)}
            >
              Remove
            </Button>
          </Group>
        </li>
      ))}
    </ul>
  );
}

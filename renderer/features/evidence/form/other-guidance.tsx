import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { Caution } from '#renderer/ui/caution.tsx';
import type { Link } from '#shared/domain/evidence.ts';
import classes from './capabilities-section.module.css';

/** Links that came along with an item from another portfolio, to capabilities this guidance does not have. */
export function OtherGuidance(props: {
  readonly links: readonly Link[];
  readonly onRemove: (code: string) => void;
}) {
  if (props.links.length === 0) return null;
  return (
    <Caution title="Not in this guidance">
      The item came from another portfolio with links to its guidance. They count towards nothing here. Choose
      what it shows below, and take these away when they are no longer needed.
      <ul className={classes.list}>
        {props.links.map(({ capability, pages, note }) => (
          <li key={capability}>
            <Group gap="sm">
              <strong>{capability}</strong>
              <Text size="sm" span>
                {[pages, note].filter((part) => part !== '').join(': ')}
              </Text>
              <Button size="compact-sm" variant="default" onClick={() => props.onRemove(capability)}>
                Remove<VisuallyHidden> the link to {capability}</VisuallyHidden>
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </Caution>
  );
}

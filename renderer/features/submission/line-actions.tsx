import { Button, Group } from '@mantine/core';

/** What can be done with one line of a list. @param about what it is about, for whoever hears the buttons only */
export function LineActions(props: {
  readonly about: string;
  readonly removing: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) {
  const { about, removing, onChange, onRemove } = props;
  return (
    <Group gap={6} wrap="nowrap">
      <Button variant="default" size="xs" aria-label={`Change: ${about}`} onClick={onChange}>
        Change
      </Button>
      <Button
        variant="default"
        size="xs"
        aria-label={`Remove: ${about}`}
        loading={removing}
        onClick={onRemove}
      >
        Remove
      </Button>
    </Group>
  );
}

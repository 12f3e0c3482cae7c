import { Group, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import classes from './shell.module.css';

export function Brand() {
  return (
    <Group gap={8} wrap="nowrap" className={classes.brand}>
      <IconRoute size={24} stroke={2} aria-hidden />
      <Text fw={700} size="lg">
        Waymark
      </Text>
    </Group>
  );
}

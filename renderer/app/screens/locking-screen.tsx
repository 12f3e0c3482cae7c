import { Container, Text } from '@mantine/core';
import { BareFrame } from '../shell/bare-frame.tsx';

/** In the place of everything while the vault is being closed. */
export function LockingScreen() {
  return (
    <BareFrame>
      <Container size="xs" px={0}>
        <Text role="status" c="dimmed">
          Locking. What you were writing is being kept.
        </Text>
      </Container>
    </BareFrame>
  );
}

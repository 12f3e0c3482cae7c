import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { IconBrowser, IconKeyOff, IconPlugConnectedX } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';

function Notice(props: { readonly title: string; readonly icon: ReactNode; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${props.title} · Waymark`;
  }, [props.title]);
  return (
    <Container component="main" size="xs" py={80}>
      <Stack align="center" ta="center" gap="md">
        {props.icon}
        <Title order={1}>{props.title}</Title>
        {props.children}
      </Stack>
    </Container>
  );
}

/** The app behind the page was closed. */
export function LostScreen(props: { readonly retry: () => void }) {
  return (
    <Notice title="Waymark was closed" icon={<IconPlugConnectedX size={48} stroke={1.5} aria-hidden />}>
      <Text>
        This page has lost the Waymark it belongs to. Everything that was shown as saved is safe on this
        computer.
      </Text>
      <Text>Start Waymark again; it opens a page of its own. If it is still running, try again here.</Text>
      <Button onClick={props.retry}>Try again</Button>
    </Notice>
  );
}

/** Another tab or window of this browser has Waymark open. */
export function OtherPageScreen(props: { readonly takeOver: () => void }) {
  return (
    <Notice title="Waymark is open in another tab" icon={<IconBrowser size={48} stroke={1.5} aria-hidden />}>
      <Text>
        Only one tab at a time can be worked in, so that none saves over what another has just saved. Nothing
        is lost: go back to the other tab, or go on here.
      </Text>
      <Button onClick={props.takeOver}>Go on here</Button>
    </Notice>
  );
}

/** A page opened from history or a copied address: it has no key to the app. */
export function NoSessionScreen() {
  return (
    <Notice title="This page has no key" icon={<IconKeyOff size={48} stroke={1.5} aria-hidden />}>
      <Text>
        To keep other programs out, Waymark only answers the page it opened itself. Your data is safe and
        untouched.
      </Text>
      <Text>
        Use the page that Waymark opened. If that one was closed, close Waymark and start it again: it prints
        and opens a new address.
      </Text>
    </Notice>
  );
}

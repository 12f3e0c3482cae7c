import { Text } from '@mantine/core';
import { PageHeader } from '#renderer/ui/page-header.tsx';

/** Holds a screen's place while it is being built. */
export function ComingScreen(props: { readonly title: string }) {
  return (
    <>
      <PageHeader title={props.title} />
      <Text>This screen is being built.</Text>
    </>
  );
}

import { Text } from '@mantine/core';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';

export function NotFoundScreen() {
  return (
    <>
      <PageHeader title="There is no such page" />
      <Text mb="md">The address may be mistyped, or the page may have moved. Nothing was changed.</Text>
      <LinkButton to={paths.home}>Go to Home</LinkButton>
    </>
  );
}

import { Stack } from '@mantine/core';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Directory } from './directory.tsx';
import { MyCard } from './my-card.tsx';
import { PeopleConflicts } from './people-conflicts.tsx';

/** My own card, and the people whose cards I have. */
export function PeopleScreen() {
  return (
    <>
      <PageHeader
        title="People"
        intro="Whom you can send packages to, and whose seals and signatures you know."
      />
      <Stack gap="lg">
        <PeopleConflicts />
        <Directory />
        <MyCard />
      </Stack>
    </>
  );
}

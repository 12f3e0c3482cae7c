import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Calendar } from './calendar.tsx';
import classes from './programme.module.css';
import { Statistics } from './statistics.tsx';
import { Waiting } from './waiting.tsx';

const views = [
  ['waiting', 'What waits'],
  ['calendar', 'Calendar'],
  ['statistics', 'Statistics'],
] as const;

/** All doctors of a programme together. */
export function ProgrammeScreen() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = views.find(([key]) => key === search.view)?.[0] ?? 'waiting';
  return (
    <>
      <PageHeader
        title="Programme"
        intro="The reviews of every portfolio on this computer."
        actions={
          <LinkButton
            to={paths.settings}
            search={{ tab: 'deadlines' }}
            variant="default"
            className={classes.unprinted ?? ''}
          >
            Change the days
          </LinkButton>
        }
      />
      <Tabs
        value={view}
        keepMounted={false}
        onChange={(next) => {
          void navigate({ to: paths.programme, search: { view: next ?? 'waiting' }, replace: true });
        }}
      >
        <Tabs.List mb="md" aria-label="Programme" className={classes.unprinted ?? ''}>
          {views.map(([key, label]) => (
            <Tabs.Tab key={key} value={key}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="waiting">
          <Waiting />
        </Tabs.Panel>
        <Tabs.Panel value="calendar">
          <Calendar />
        </Tabs.Panel>
        <Tabs.Panel value="statistics">
          <Statistics />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

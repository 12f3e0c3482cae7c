import { NativeSelect, Stack, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { capital } from '#renderer/text/format.ts';
import { taskStandingWords, waitingForWords } from '#renderer/text/programme-words.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { type Task, taskStandings, waitingFor } from '#shared/domain/programme/tasks.ts';
import classes from './programme.module.css';
import { Aside, SetAside } from './set-aside.tsx';
import { TaskLine } from './task-line.tsx';
import { Unopened } from './unopened.tsx';

/** The groups in the order they are read: what is expected of nobody comes last. */
function Groups({ tasks }: { readonly tasks: readonly Task[] }) {
  return taskStandings.map((standing) => {
    const own = tasks.filter((task) => task.standing === standing);
    if (own.length === 0) return null;
    const { title, meaning } = taskStandingWords[standing];
    return (
      <Section key={standing} title={`${title} (${own.length})`} intro={meaning}>
        <Stack component="ul" gap={0} className={classes.lines}>
          {own.map((task) => (
            <TaskLine key={task.key + task.portfolioId} task={task} others={<SetAside task={task} />} />
          ))}
        </Stack>
      </Section>
    );
  });
}

/** What waits for whom, since when: reminders that nobody has to send. */
export function Waiting() {
  const query = useQuery(api.programme.tasks.queryOptions());
  const [who, setWho] = useState('all');
  return (
    <QueryStates query={query} what="what waits">
      {({ tasks, setAside, unopened, portfolios }) => {
        const shown = tasks.filter((task) => who === 'all' || task.who.some((one) => one === who));
        const present = waitingFor.filter((one) => tasks.some((task) => task.who.includes(one)));
        return (
          <Stack gap="md">
            <Unopened portfolios={unopened} />
            {tasks.length === 0 ? (
              <EmptyState icon={IconChecklist} title="Nothing waits">
                {portfolios === 0
                  ? 'There is no portfolio here yet. Receive one, or begin one.'
                  : 'No review of this programme waits for anybody now.'}
              </EmptyState>
            ) : (
              <>
                <NativeSelect
                  className={classes.unprinted ?? ''}
                  label="Waiting for"
                  maw="18rem"
                  value={present.some((one) => one === who) ? who : 'all'}
                  onChange={(event) => setWho(event.currentTarget.value)}
                  data={[
                    { value: 'all', label: 'Anybody' },
                    ...present.map((one) => ({ value: one, label: capital(waitingForWords[one]) })),
                  ]}
                />
                {shown.length === 0 ? (
                  <Text size="sm">Nothing waits for them.</Text>
                ) : (
                  <Groups tasks={shown} />
                )}
              </>
            )}
            <Aside tasks={setAside} />
          </Stack>
        );
      }}
    </QueryStates>
  );
}

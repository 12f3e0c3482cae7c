import { Button, Menu, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { today } from '#renderer/text/format.ts';
import { taskWords } from '#renderer/text/programme-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import { daysAfter } from '#shared/domain/dates.ts';
import type { Task } from '#shared/domain/programme/tasks.ts';
import classes from './programme.module.css';
import { TaskLine } from './task-line.tsx';

const labelOf = (task: Task) => `${taskWords(task)}, ${task.doctor}`;

/** Puts a reminder out of sight: it is done elsewhere, or can wait. It comes back by itself when its reason changes. */
export function SetAside({ task }: { readonly task: Task }) {
  const setAside = useMutation(api.programme.setAside.mutationOptions());
  const { portfolioId, key } = task;
  const put = (until: string | null) => setAside.mutate({ portfolioId, key, until });
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="xs"
          loading={setAside.isPending}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`Set aside: ${labelOf(task)}`}
        >
          Set aside
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => put(daysAfter(today(), 7))}>For a week</Menu.Item>
        <Menu.Item onClick={() => put(daysAfter(today(), 28))}>For 4 weeks</Menu.Item>
        <Menu.Item onClick={() => put(null)}>Done, or no reminder needed</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What was put out of sight and still stands. */
export function Aside(props: { readonly tasks: readonly (Task & { readonly backOn: string | null })[] }) {
  const bringBack = useMutation(api.programme.bringBack.mutationOptions());
  if (props.tasks.length === 0) return null;
  return (
    <Disclosure label={`Set aside (${props.tasks.length})`}>
      <Stack component="ul" gap={0} className={classes.lines}>
        {props.tasks.map(({ backOn, ...task }) => (
          <TaskLine
            key={task.key}
            task={task}
            others={
              <>
                <Text size="sm" c="dimmed">
                  {backOn === null ? (
                    'Until its reason changes'
                  ) : (
                    <>
                      Until <UkDate date={backOn} />
                    </>
                  )}
                </Text>
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`Bring back: ${labelOf(task)}`}
                  loading={bringBack.isPending && bringBack.variables.key === task.key}
                  onClick={() => bringBack.mutate({ portfolioId: task.portfolioId, key: task.key })}
                >
                  Bring back
                </Button>
              </>
            }
          />
        ))}
      </Stack>
    </Disclosure>
  );
}

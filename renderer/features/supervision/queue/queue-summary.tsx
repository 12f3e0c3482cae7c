import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconPackageExport } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { verdictWords } from '#renderer/text/feedback-words.ts';
import { count } from '#renderer/text/format.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { Verdict } from './comment-panel.tsx';
import classes from './queue.module.css';
import type { Run } from './use-run.ts';

const order: readonly Verdict[] = ['accepted', 'returned', 'comment', 'seen'];

/** What came of it, and how it gets to the doctor. */
export function QueueSummary(props: {
  readonly run: Run;
  readonly inPerson: boolean;
  readonly onAgain: () => void;
}) {
  const { run, inPerson, onAgain } = props;
  const { portfolio } = usePortfolio();
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const left = run.plan.filter(({ id }) => !run.isDone(id)).length;
  const given = [...run.given].filter(([id]) => run.isDone(id)).map(([, verdict]) => verdict);
  const facts = order.flatMap((verdict) => {
    const amount = given.filter((one) => one === verdict).length;
    return amount === 0 ? [] : [[verdictWords[verdict], count(amount, 'item')] as const];
  });
  return (
    <div ref={heading} tabIndex={-1} className={classes.end}>
      <Section
        title={
          left === 0 ? 'Nothing waits any more' : `${count(left, 'item still waits', 'items still wait')}`
        }
      >
        <Stack gap="md">
          {facts.length === 0 ? <Text size="sm">You said nothing this time.</Text> : <Facts facts={facts} />}
          {given.length === 0 ? null : (
            <Text size="sm">
              {inPerson
                ? 'It is in this portfolio now, with your name and whose computer it was.'
                : `${portfolio.doctor.name} sees it once you send it back.`}
            </Text>
          )}
          <Group gap="sm">
            {inPerson || given.length === 0 ? null : (
              <LinkButton to={paths.send} leftSection={<IconPackageExport size={18} aria-hidden />}>
                Send back to the doctor
              </LinkButton>
            )}
            {left === 0 ? null : (
              <Button variant={given.length === 0 ? 'filled' : 'default'} onClick={onAgain}>
                Go through what is left
              </Button>
            )}
            <LinkButton
              to={paths.supervision}
              variant="default"
              leftSection={<IconCircleCheck size={18} aria-hidden />}
            >
              All my doctors
            </LinkButton>
          </Group>
        </Stack>
      </Section>
    </div>
  );
}

import { Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { type ReviewStep, reviewSteps, stepWords } from '#renderer/text/holding-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import classes from './hold.module.css';

/** One step: its heading, which takes focus when the step is come to from another, and the ways on and back. */
export function StepFrame(props: {
  readonly reviewId: string;
  readonly step: ReviewStep;
  /** True when the person came here from another step, not from another screen. */
  readonly arrived: boolean;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { reviewId, step, arrived, aside, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true });
  }, [arrived]);
  const at = reviewSteps.indexOf(step);
  const before = reviewSteps[at - 1];
  const after = reviewSteps[at + 1];
  return (
    <Stack gap="md" className={classes.frame ?? ''}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={2} ref={heading} tabIndex={-1} className={classes.heading ?? ''}>
            {stepWords[step].title}
          </Title>
          <Text size="sm" c="dimmed" maw="68ch">
            {stepWords[step].intro}
          </Text>
        </div>
        {aside}
      </Group>
      {children}
      <Group justify="space-between" mt="sm">
        {before === undefined ? (
          <span />
        ) : (
          <LinkButton
            to={paths.review}
            params={{ id: reviewId }}
            search={{ step: before }}
            variant="default"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
          >
            Back to {stepWords[before].title.toLowerCase()}
          </LinkButton>
        )}
        {after === undefined ? null : (
          <LinkButton
            to={paths.review}
            params={{ id: reviewId }}
            search={{ step: after }}
            rightSection={<IconArrowRight size={18} aria-hidden />}
          >
            Go on to {stepWords[after].title.toLowerCase()}
          </LinkButton>
        )}
      </Group>
    </Stack>
  );
}

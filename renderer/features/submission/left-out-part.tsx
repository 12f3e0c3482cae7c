import { Button } from '@mantine/core';
import { Section } from '#renderer/ui/section.tsx';
import type { SubmissionPlan } from '#shared/domain/submission/plan-types.ts';
import classes from './submission.module.css';
import { usePlacing } from './use-placing.ts';

/** What somebody left out, and the way back in. */
export function LeftOutPart({ leftOut }: { readonly leftOut: SubmissionPlan['leftOut'] }) {
  const placing = usePlacing();
  if (leftOut.length === 0) return null;
  return (
    <Section title="Left out by you" intro="They stay in the portfolio.">
      <ul className={classes.list}>
        {leftOut.map(({ itemId, title }) => (
          <li key={itemId} className={classes.line}>
            <span className={classes.words}>{title}</span>
            <Button
              variant="default"
              size="xs"
              aria-label={`Take back in: ${title}`}
              onClick={() => placing.place(itemId, { leftOut: false })}
            >
              Take back in
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReviewStep, reviewSteps, stepWords } from '#renderer/text/holding-words.ts';
import { paths } from '#renderer/ui/paths.ts';
import classes from './hold.module.css';
import { type Holding, stepProgress } from './holding.ts';

/** Where the panel is in the review, how far each part is, and the way to any of them. */
export function StepNav(props: { readonly holding: Holding; readonly current: ReviewStep }) {
  const { holding, current } = props;
  return (
    <nav aria-label="Steps of the review" className={classes.steps}>
      <ol className={classes.stepList}>
        {reviewSteps.map((step, at) => {
          const { done, words } = stepProgress(holding, step);
          const StepIcon = done ? IconCircleCheckFilled : IconCircleDashed;
          return (
            <li key={step} className={classes.stepItem}>
              <Link
                to={paths.review}
                params={{ id: holding.review.id }}
                search={{ step }}
                className={classes.step}
                aria-current={step === current ? 'step' : undefined}
              >
                <StepIcon size={18} aria-hidden className={done ? classes.done : classes.open} />
                <span>
                  <span className={classes.stepTitle}>
                    {at + 1} {stepWords[step].title}
                  </span>
                  <span className={classes.stepWords}>{words}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

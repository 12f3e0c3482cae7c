import { Box } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { type ReviewStep, reviewSteps } from '#renderer/text/holding-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { Action, Review } from '#shared/domain/review.ts';
import { ActionsStep } from '../actions/actions-step.tsx';
import { JudgeStep } from '../judge/judge-step.tsx';
import { OnPaper } from '../paper/on-paper.tsx';
import { chairOf } from '../people.ts';
import { ProcessCard } from '../process/process-card.tsx';
import { SignStep } from '../sign/sign-step.tsx';
import { codesOf, type Holding } from './holding.ts';
import { OutcomeStep } from './outcome-step.tsx';
import { ProgressStep } from './progress-step.tsx';
import { StepNav } from './step-nav.tsx';
import { useConclusion } from './use-conclusion.ts';
import { useJudgements } from './use-judgements.ts';
import { useReviewStore } from './use-review-store.ts';

const isStep = (step: unknown): step is ReviewStep => reviewSteps.some((known) => known === step);

type StepProps = { readonly holding: Holding; readonly arrived: boolean };
const stepParts: Record<ReviewStep, (props: StepProps) => React.ReactNode> = {
  judgements: JudgeStep,
  progress: ProgressStep,
  actions: ActionsStep,
  outcome: OutcomeStep,
  sign: SignStep,
};

/** Where what is half written of a review is kept. */
export const heldReviewKey = (id: string) => `review/${id}`;

/** Holding a review: one page, five steps, everything saved while it is written. */
export function HoldReview(props: {
  readonly review: Review;
  readonly previousActions: readonly Action[];
  /** What was half written when Waymark locked or was closed. */
  readonly kept: KeptValues | null;
}) {
  const { review, previousActions, kept } = props;
  const { portfolio, portfolioId, pack } = usePortfolio();
  const search = useSearch({ strict: false });
  const step = isStep(search.step) ? search.step : 'judgements';
  const store = useReviewStore(portfolioId, review.id);
  const judgements = useJudgements(review, codesOf(pack), store);
  const conclusion = useConclusion(review, previousActions, store);
  const holding = { portfolioId, portfolio, pack, review, previousActions, judgements, conclusion };

  const shown = useRef<ReviewStep | null>(null);
  const arrived = shown.current !== null && shown.current !== step;
  useEffect(() => {
    shown.current = step;
  }, [step]);

  const flush = async () => {
    const results = await Promise.all([judgements.saver.flush(), conclusion.saver.flush()]);
    return results.every((saved) => saved);
  };
  const unsaved = judgements.saver.unsaved || conclusion.saver.unsaved;
  const { drop } = useKeepText({
    textKey: heldReviewKey(review.id),
    forms: { judgements: judgements.form, conclusion: conclusion.form },
    unsaved,
    flush,
    kept,
  });
  const Step = stepParts[step];
  return (
    <>
      <LeaveGuard unsaved={unsaved} flush={flush} onLose={drop} />
      <PageHeader
        title={`Review of ${ukDate(review.heldOn)}`}
        intro={
          <>
            Period <UkDate date={review.period.from} /> to <UkDate date={review.period.to} />. Chair:{' '}
            {chairOf(review)?.name}.
          </>
        }
        actions={
          <>
            <LinkButton to={paths.reviewPlan} params={{ id: review.id }} variant="default">
              Change the plan
            </LinkButton>
            <LinkButton
              to={paths.history}
              params={{ collection: 'reviews', id: review.id }}
              variant="default"
              leftSection={<IconHistory size={18} aria-hidden />}
            >
              History
            </LinkButton>
          </>
        }
      />
      <ProcessCard review={review} folded />
      <StepNav holding={holding} current={step} />
      <Step key={step} holding={holding} arrived={arrived} />
      <Box mt="lg">
        <OnPaper review={review} />
      </Box>
    </>
  );
}

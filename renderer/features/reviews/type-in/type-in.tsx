import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { SavingLine } from '#renderer/forms/saving-line.tsx';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Action, Review } from '#shared/domain/review.ts';
import { FollowUps } from '../actions/follow-ups.tsx';
import { NewActions } from '../actions/new-actions.tsx';
import { isBlankAction } from '../hold/conclusion-draft.ts';
import { heldReviewKey } from '../hold/hold-review.tsx';
import { codesOf, type Holding } from '../hold/holding.ts';
import { NextReview, OutcomeChoice } from '../hold/outcome-step.tsx';
import { useConclusion } from '../hold/use-conclusion.ts';
import { useJudgements } from '../hold/use-judgements.ts';
import { useReviewStore } from '../hold/use-review-store.ts';
import { PaperPart } from './paper-part.tsx';
import { TypedJudgements } from './typed-judgements.tsx';

/** One long form that follows the paper: what is on its next line is in the next field. */
export function TypeIn(props: {
  readonly review: Review;
  readonly previousActions: readonly Action[];
  readonly kept: KeptValues | null;
}) {
  const { review, previousActions, kept } = props;
  const { portfolio, portfolioId, pack } = usePortfolio();
  const store = useReviewStore(portfolioId, review.id);
  const judgements = useJudgements(review, codesOf(pack), store);
  const conclusion = useConclusion(review, previousActions, store);
  const holding: Holding = {
    portfolioId,
    portfolio,
    pack,
    review,
    previousActions,
    judgements,
    conclusion,
  };
  const outcomes = useQuery(api.reviews.outcomes.queryOptions());
  const { form } = conclusion;
  const actions = useWatch({ control: form.control, name: 'actions' });

  const flush = async () => {
    const results = await Promise.all([judgements.saver.flush(), conclusion.saver.flush()]);
    return results.every((saved) => saved);
  };
  const unsaved = judgements.saver.unsaved || conclusion.saver.unsaved;
  const { drop } = useKeepText({
    textKey: heldReviewKey(review.id),
    forms: { judgements: judgements.form, conclusion: form },
    unsaved,
    flush,
    kept,
  });
  return (
    <Stack gap="md">
      <LeaveGuard unsaved={unsaved} flush={flush} onLose={drop} />
      <PaperPart review={review} />
      <FollowUps holding={holding} />
      <TypedJudgements holding={holding} />
      <Section title="Progress" actions={<SavingLine saver={conclusion.saver} />}>
        <Stack gap="md">
          <ProseField form={form} name="progressMade" label="Progress made" minRows={4} />
          <ProseField form={form} name="progressNeeded" label="Progress needed" minRows={4} />
        </Stack>
      </Section>
      <NewActions holding={holding} filled={actions.filter((action) => !isBlankAction(action)).length} />
      <Section title="Outcome">
        <Stack gap="lg">
          <QueryStates query={outcomes} what="the list of outcomes" rows={3}>
            {(options) => <OutcomeChoice form={form} options={options} />}
          </QueryStates>
          <ProseField form={form} name="outcomeReason" label="Reason for the outcome" minRows={3} />
          <NextReview form={form} heldOn={review.heldOn} />
        </Stack>
      </Section>
      <div>
        <LinkButton to={paths.review} params={{ id: review.id }} search={{ step: 'sign' }}>
          Go on to sign
        </LinkButton>
      </div>
    </Stack>
  );
}

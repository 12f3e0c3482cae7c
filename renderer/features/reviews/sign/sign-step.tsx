import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { Standing } from '#renderer/forms/signing/signing-schema.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { type Holding, missingOf } from '../hold/holding.ts';
import { LocalNotice } from '../hold/local-notice.tsx';
import { StepFrame } from '../hold/step-frame.tsx';
import { JudgedTogether } from '../process/judged-together.tsx';
import { JudgementSeals } from './judgement-seals.tsx';
import { MissingList } from './missing-list.tsx';
import { SignForm } from './sign-form.tsx';
import { SignSummary } from './sign-summary.tsx';
import { unfinishedOf } from './unfinished.ts';

/** A chair who forgot the passphrase of their key on this device chooses another, and gets another key. */
function ChairSigns(props: { readonly holding: Holding; readonly standing: Standing }) {
  const { holding, standing } = props;
  const [forgotten, setForgotten] = useState(false);
  if (forgotten) return <SignForm key="again" holding={holding} standing="new" newKey />;
  if (standing !== 'known') return <SignForm holding={holding} standing={standing} />;
  return <SignForm holding={holding} standing="known" onForgotten={() => setForgotten(true)} />;
}

/** What is missing, what will be signed, and the chair's signature. */
export function SignStep(props: { readonly holding: Holding; readonly arrived: boolean }) {
  const { holding, arrived } = props;
  const { portfolioId, review, judgements, conclusion } = holding;
  const standing = useQuery(
    api.reviews.chairStanding.queryOptions({ input: { portfolioId, id: review.id }, staleTime: 0 }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arriving: what is signed is what is saved
  useEffect(() => {
    void judgements.saver.flush();
    void conclusion.saver.flush();
  }, []);
  const missing = missingOf(holding);
  const unfinished = unfinishedOf(holding);
  const process = useQuery(
    api.reviewProcess.state.queryOptions({ input: { portfolioId, id: review.id }, staleTime: 0 }),
  );
  const view = review.rules === undefined ? undefined : process.data;
  const enough = view === undefined ? review.rules === undefined : view.quorum.have >= view.quorum.needed;
  const written = missing.length === 0 && unfinished.length === 0;
  const ready = written && enough;
  return (
    <StepFrame reviewId={review.id} step="sign" arrived={arrived}>
      <Stack gap="md">
        {written ? null : <MissingList holding={holding} missing={missing} unfinished={unfinished} />}
        <SignSummary holding={holding} />
        {view === undefined ? null : <JudgedTogether review={review} view={view} />}
        <JudgementSeals review={review} />
        <LocalNotice />
        {ready ? (
          <QueryStates query={standing} what="how the chair signs" rows={3}>
            {({ standing: known }) => <ChairSigns key={known} holding={holding} standing={known} />}
          </QueryStates>
        ) : null}
      </Stack>
    </StepFrame>
  );
}

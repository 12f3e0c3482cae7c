import { Stack } from '@mantine/core';
import { IconCalendarExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#renderer/api/client.ts';
import { today } from '#renderer/text/format.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import { type Holding, missingOf } from '../hold/holding.ts';
import { LocalNotice } from '../hold/local-notice.tsx';
import { StepFrame } from '../hold/step-frame.tsx';
import { MissingList } from './missing-list.tsx';
import { SignForm } from './sign-form.tsx';
import { SignSummary } from './sign-summary.tsx';
import { unfinishedOf } from './unfinished.ts';

/** Soft: clocks can be wrong, but a date that is still to come would stand in the report for good. */
function StillToCome(props: { readonly heldOn: string; readonly id: string }) {
  const { heldOn, id } = props;
  if (heldOn <= today()) return null;
  return (
    <Note tone="warn" icon={IconCalendarExclamation} title={`The review is planned for ${ukDate(heldOn)}`}>
      That is still to come. If you hold it today,{' '}
      <TextLink size="sm" to={paths.reviewPlan} params={{ id }}>
        change the date
      </TextLink>{' '}
      first: the report is dated by it.
    </Note>
  );
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
  const ready = missing.length === 0 && unfinished.length === 0;
  return (
    <StepFrame reviewId={review.id} step="sign" arrived={arrived}>
      <Stack gap="md">
        {ready ? null : <MissingList holding={holding} missing={missing} unfinished={unfinished} />}
        <SignSummary holding={holding} />
        <LocalNotice />
        <StillToCome heldOn={review.heldOn} id={review.id} />
        {ready ? (
          <QueryStates query={standing} what="how the chair signs" rows={3}>
            {({ standing: known }) => <SignForm key={known} holding={holding} standing={known} />}
          </QueryStates>
        ) : null}
      </Stack>
    </StepFrame>
  );
}

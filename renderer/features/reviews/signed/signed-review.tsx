import { Stack } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { Action, Review } from '#shared/domain/review.ts';
import { LocalNotice } from '../hold/local-notice.tsx';
import { ProcessCard } from '../process/process-card.tsx';
import { StandingBadge } from '../process/standing-badge.tsx';
import { ReportDownloads } from '../report-downloads.tsx';
import { JudgementSeals } from '../sign/judgement-seals.tsx';
import { ChairCaution } from './chair-caution.tsx';
import { OtherForms } from './other-forms.tsx';
import { PanelSignatures } from './panel-signatures.tsx';
import { SignedActions } from './signed-actions.tsx';
import { SignedJudgements } from './signed-judgements.tsx';
import { SignedOutcome } from './signed-outcome.tsx';
import { SignedProgress } from './signed-progress.tsx';
import { WhoSigned } from './who-signed.tsx';

/** A signed review, to be read: the outcome first, then why, then who vouches for it. */
export function SignedReview(props: {
  readonly review: Review;
  readonly previousActions: readonly Action[];
}) {
  const { review, previousActions } = props;
  const { portfolio, pack } = usePortfolio();
  return (
    <>
      <PageHeader
        title={`Review of ${ukDate(review.heldOn)}`}
        intro={
          <>
            <StandingBadge review={review} /> {portfolio.doctor.name}, {pack.specialty}. Period{' '}
            <UkDate date={review.period.from} /> to <UkDate date={review.period.to} />.
          </>
        }
        actions={
          <>
            <ReportDownloads review={review} />
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
      <Stack gap="md">
        <ProcessCard review={review} />
        <ChairCaution review={review} />
        <SignedOutcome review={review} />
        <LocalNotice />
        <SignedProgress review={review} />
        <SignedActions review={review} previousActions={previousActions} />
        <SignedJudgements review={review} pack={pack} />
        <JudgementSeals review={review} />
        <PanelSignatures review={review} />
        <OtherForms review={review} />
        <WhoSigned review={review} />
      </Stack>
    </>
  );
}

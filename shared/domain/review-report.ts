import { canonicalJson } from './canonical.ts';
import type { ReportModel } from './report-model.ts';
import { agreedOf, type Review } from './review.ts';

/** What a review says that its signed report says too, in one form. Judgements by capability. */
const byCapability = (judgements: readonly { readonly capability: string }[]) =>
  Object.fromEntries(judgements.map((judgement) => [judgement.capability, judgement]));

const toldByReview = (review: Review) => ({
  review: {
    id: review.id,
    heldOn: review.heldOn,
    place: review.place,
    period: review.period,
    panel: review.panel,
    nextReviewOn: review.nextReviewOn,
  },
  outcome: review.outcome,
  outcomeReason: review.outcomeReason,
  progressMade: review.progressMade,
  progressNeeded: review.progressNeeded,
  actions: review.actions,
  judgements: byCapability(review.judgements),
  signing: {
    signer: review.signOff?.signerName,
    at: review.signOff?.signedAt,
    identityCheck: review.signOff?.identityCheck,
    certificate: review.signOff?.certificate,
  },
  fingerprint: review.signOff?.fingerprint,
  follows: review.follows,
  paper: review.paper && { on: review.paper.on, typedBy: review.paper.typedBy },
});

const toldByReport = (model: ReportModel): ReturnType<typeof toldByReview> => ({
  review: model.review,
  outcome: model.outcome,
  outcomeReason: model.outcomeReason,
  progressMade: model.progressMade,
  progressNeeded: model.progressNeeded,
  actions: model.actions,
  judgements: byCapability(
    model.capabilities.flatMap(({ code, judgement, reason, ...line }) =>
      judgement === null ? [] : [{ capability: code, level: judgement, reason, ...agreedOf(line) }],
    ),
  ),
  signing: {
    signer: model.signing.signer,
    at: model.signing.at,
    identityCheck: model.signing.identityCheck,
    certificate: model.signing.certificate,
  },
  fingerprint: model.fingerprint,
  follows: model.amends && {
    review: model.amends.review,
    how: model.amends.how,
    reason: model.amends.reason,
    authority: model.amends.authority,
  },
  paper: model.paper,
});

/** What the panel found of an earlier action is in the report as that action's state and note. */
function sameFollowUps({ followUps }: Review, { previousActions }: ReportModel): boolean {
  const found = new Map(followUps.map((followUp) => [followUp.action, followUp]));
  return previousActions.every(({ id, status, note }) => {
    const followUp = found.get(id);
    return followUp === undefined ? note === '' : followUp.status === status && followUp.note === note;
  });
}

/** Whether a signed review says what its report says, word for word: only the report is signed, the record is not. */
export function saysWhatItsReportSays(review: Review, model: ReportModel): boolean {
  return (
    canonicalJson(toldByReview(review)) === canonicalJson(toldByReport(model)) && sameFollowUps(review, model)
  );
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { cvDetailsSchema } from '#shared/domain/cv/cv.ts';
import { postSchema } from '#shared/domain/cv/post.ts';
import { evidenceItemSchema } from '#shared/domain/evidence.ts';
import { savedSearchSchema } from '#shared/domain/evidence-list/saved-search.ts';
import { dismissalSchema } from '#shared/domain/identifiers/dismissal.ts';
import { matchingSchema } from '#shared/domain/intake/matching.ts';
import { moveSchema } from '#shared/domain/moves.ts';
import { ownPackSchema } from '#shared/domain/own-pack.ts';
import { travelSchema } from '#shared/domain/packages/travel.ts';
import { ageIdentitySchema, personSchema } from '#shared/domain/people.ts';
import { portfolioSchema, shelfEntrySchema } from '#shared/domain/portfolio.ts';
import { profileSchema } from '#shared/domain/profile.ts';
import { refereeSchema } from '#shared/domain/registers/referee.ts';
import { verifierSchema } from '#shared/domain/registers/verifier.ts';
import { restoreRecordSchema } from '#shared/domain/restores.ts';
import { reviewSchema } from '#shared/domain/review.ts';
import { sheetSchema } from '#shared/domain/review-process/sheet.ts';
import { snapshotSchema } from '#shared/domain/review-process/snapshot.ts';
import { reviewStepSchema } from '#shared/domain/review-process/step.ts';
import { placementSchema } from '#shared/domain/submission/placement.ts';
import { recommendationSchema } from '#shared/domain/submission/recommendation.ts';
import { feedbackSchema } from '#shared/domain/supervision/feedback.ts';
import { lookSchema } from '#shared/domain/supervision/look.ts';
import { agreementSchema, meetingSchema } from '#shared/domain/supervision/meeting.ts';
import { opportunitySchema } from '#shared/domain/supervision/opportunity.ts';
import { ratingSchema } from '#shared/domain/supervision/rating.ts';
import { signOffRequestSchema } from '#shared/domain/supervision/request.ts';
import { supervisorReportSchema } from '#shared/domain/supervision/supervisor-report.ts';
import { trackedActionSchema } from '#shared/domain/supervision/tracked-action.ts';
import {
  deviceRootSchema,
  sealRecordSchema,
  settingsSchema,
  signerRecordSchema,
} from '#shared/domain/vault-records.ts';
import type { PortfolioRecords, ProfileRecords } from '../services/ports.ts';

/** Every record carries its own id, so that it cannot be kept under another's. */
export type Stored = { readonly id: string };
/** The collections of one kind of store, each with the schema its records pass on the way in and out. */
export type Collections<R> = { readonly [K in keyof R & string]: z.ZodType<R[K] & Stored> };

export const profileCollections: Collections<ProfileRecords> = {
  profile: profileSchema,
  shelf: shelfEntrySchema,
  settings: settingsSchema,
  signers: signerRecordSchema,
  roots: deviceRootSchema,
  identities: ageIdentitySchema,
  people: personSchema,
  travels: travelSchema,
  restores: restoreRecordSchema,
  moves: moveSchema,
  matchings: matchingSchema,
  dismissals: dismissalSchema,
  packs: ownPackSchema,
  opportunities: opportunitySchema,
  looks: lookSchema,
};

export const portfolioCollections: Collections<PortfolioRecords> = {
  portfolio: portfolioSchema,
  evidence: evidenceItemSchema,
  reviews: reviewSchema,
  seals: sealRecordSchema,
  searches: savedSearchSchema,
  placements: placementSchema,
  recommendations: recommendationSchema,
  verifiers: verifierSchema,
  referees: refereeSchema,
  posts: postSchema,
  cvs: cvDetailsSchema,
  meetings: meetingSchema,
  agreements: agreementSchema,
  actions: trackedActionSchema,
  feedback: feedbackSchema,
  ratings: ratingSchema,
  requests: signOffRequestSchema,
  supervisorReports: supervisorReportSchema,
  steps: reviewStepSchema,
  snapshots: snapshotSchema,
  sheets: sheetSchema,
};

const shapes = new WeakMap<object, string>();

/**
 * Names the shape of these collections. A checkpoint says under which shape its records were validated; where that is
 * still the shape, its seal vouches for them and they need not be validated one by one again (four times the cost of
 * reading them). Raise `rules` when a refinement changes that the JSON Schema does not show.
 */
export function shapeOf<R>(collections: Collections<R>): string {
  const known = shapes.get(collections);
  if (known !== undefined) return known;
  const rules = 1;
  const described = Object.fromEntries(
    Object.entries<z.ZodType>(collections).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    ]),
  );
  const shape = createHash('sha256')
    .update(canonicalJson({ rules, shapes: described }))
    .digest('hex');
  shapes.set(collections, shape);
  return shape;
}

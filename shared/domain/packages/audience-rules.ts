import type { Review } from '../review.ts';
import { mayDoctorSee } from '../review-process/current.ts';
import { isSamePerson } from '../signature-places.ts';
import type { SealRecord } from '../vault-records.ts';
import type { ContentRef } from './audiences.ts';
import { mayDoctorHaveStep } from './for-doctor.ts';
import type { PortfolioContent, Wish } from './portfolio-content.ts';

/** The sender's own place on a panel; undefined where they have none. */
const placeOf = ({ sender }: Pick<Wish, 'sender'>, { panel }: Review) =>
  panel.find((member) => isSamePerson(member, sender));

const likeDoctor = (audience: Wish['audience']) => audience === 'doctor' || audience === 'supervisor';

/** Of the reviews, which an audience gets whose list has them. */
export function reviewMay(wish: Wish, { steps }: Pick<PortfolioContent, 'steps'>, review: Review): boolean {
  // A supervisor writes for the next review, and goes on from what the last one asked: no more than the doctor knows.
  if (likeDoctor(wish.audience)) return mayDoctorSee(review, steps);
  // What the chair is to go on with, as far as the sender has a part in it.
  if (wish.audience === 'chair') return review.state !== 'signed' && placeOf(wish, review) !== undefined;
  return true;
}

/** Of the seals, which an audience gets if it gets what they are over. */
export function sealMay({ audience, sender }: Wish, { statement }: SealRecord): boolean {
  if (audience !== 'chair') return true;
  return statement?.kind === 'judgement' && isSamePerson(statement.signer, sender);
}

function mayHaveSheet(wish: Wish, { reviews, sheets }: PortfolioContent, id: string): boolean {
  const sheet = sheets.find((one) => one.id === id);
  const review = reviews.find((one) => one.id === sheet?.review);
  return review !== undefined && placeOf(wish, review)?.id === sheet?.member;
}

function mayHaveStep(content: PortfolioContent, id: string): boolean {
  const { reviews, steps } = content;
  const visible = new Set(reviews.filter((review) => mayDoctorSee(review, steps)).map((one) => one.id));
  const step = steps.find((one) => one.id === id);
  return step !== undefined && mayDoctorHaveStep(step, steps, visible);
}

/** Of the later collections, which records an audience gets whose list has the collection. */
export function ownMay(wish: Wish, content: PortfolioContent, { collection, id }: ContentRef): boolean {
  const { audience, request } = wish;
  if (audience !== 'self' && content.withheld?.has(id) === true) return false;
  if (collection === 'sheets' && audience !== 'self') return mayHaveSheet(wish, content, id);
  if (collection === 'steps' && likeDoctor(audience)) return mayHaveStep(content, id);
  if (collection === 'requests' && audience === 'assessor') return id === request;
  if (collection === 'supervisorReports' && (audience === 'doctor' || audience === 'panel'))
    return content.supervisorReports.some((report) => report.id === id && report.state === 'sealed');
  return true;
}

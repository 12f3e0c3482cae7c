import type { DayReview } from '#shared/contract/panel.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { counts, type MemberStanding, waitedFor } from '#shared/domain/panel/members.ts';
import type { Review } from '#shared/domain/review.ts';
import { currentReviews } from '#shared/domain/review-process/current.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { createRests } from '../slices.ts';
import { courseOf, standingsFor } from './course.ts';
import type { Seat } from './seat.ts';

type Found = { readonly portfolio: OpenPortfolio; readonly review: Review };

const mineOf = (standing: MemberStanding | undefined): DayReview['mine'] => {
  if (standing === undefined) return 'none';
  if (standing.not === 'conflict') return 'conflict';
  if (standing.not !== null) return 'looks';
  if (counts(standing)) return 'finished';
  return standing.begun ? 'begun' : 'to-do';
};

function lineOf(seat: Seat, today: IsoDate, { portfolio, review }: Found): DayReview {
  const { store, pack } = portfolio;
  const { id, doctor } = portfolioOf(store);
  const course = courseOf(portfolio, review, today);
  const standings = standingsFor(portfolio, review, course, null);
  const here = seat.of(review);
  const codes = new Set(pack.capabilities.map(({ code }) => code));
  return {
    portfolioId: id,
    id: review.id,
    doctor: doctor.name,
    specialty: pack.specialty,
    compared: course.compared,
    handedIn: course.snapshot !== undefined,
    signed: review.state === 'signed',
    finished: standings.filter(counts).length,
    waiting: waitedFor(standings).length,
    agreed: course.compared ? review.judgements.filter(({ capability }) => codes.has(capability)).length : 0,
    capabilities: codes.size,
    mine: mineOf(standings.find(({ member }) => member.id === here?.id)),
  };
}

/** Every review of the vault that has a day and counts. */
export async function allReviews(
  session: Session,
): Promise<{ readonly found: readonly Found[]; readonly unreadable: number }> {
  const rest = createRests();
  const found: Found[] = [];
  let unreadable = 0;
  for (const { id } of session.vault().profile.all('shelf').values()) {
    const portfolio = await session.portfolio(id).catch(() => undefined);
    if (portfolio === undefined) {
      unreadable += 1;
      continue;
    }
    const { store } = portfolio;
    for (const review of currentReviews(store.all('reviews').values(), store.all('steps').values()))
      if (review.rules !== undefined) found.push({ portfolio, review });
    await rest();
  }
  return { found, unreadable };
}

const byDoctor = (a: Found, b: Found) =>
  portfolioOf(a.portfolio.store).doctor.name.localeCompare(
    portfolioOf(b.portfolio.store).doctor.name,
    'en-GB',
  ) || a.review.createdAt.localeCompare(b.review.createdAt);

/** The reviews of one day, in the order they are held. */
export const heldOnDay = (found: readonly Found[], on: IsoDate | null): readonly Found[] =>
  found.filter(({ review }) => review.heldOn === on).sort(byDoctor);

export async function dayOf(
  ports: Pick<Ports, 'clock'>,
  session: Session,
  seat: Seat,
  asked: IsoDate | null,
) {
  const { found, unreadable } = await allReviews(session);
  const today = ports.clock.today();
  const counted = new Map<IsoDate, number>();
  for (const { review } of found) counted.set(review.heldOn, (counted.get(review.heldOn) ?? 0) + 1);
  const days = [...counted].map(([on, reviews]) => ({ on, reviews })).sort((a, b) => (a.on < b.on ? -1 : 1));
  const on = asked ?? days.find((day) => day.on >= today)?.on ?? days.at(-1)?.on ?? null;
  return { on, days, reviews: heldOnDay(found, on).map((one) => lineOf(seat, today, one)), unreadable };
}

import type { SupervisedDoctor } from '#shared/contract/supervisor.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Id } from '#shared/domain/ids.ts';
import { isThisPerson, type PersonOnRecord } from '#shared/domain/supervision/person.ts';
import type { OpenVault, PortfolioStore } from '../ports.ts';

type Store = Pick<PortfolioStore, 'all'>;

/** The next meeting that is planned, today's among them; null where there is none. */
export function nextMeetingOf({ all }: Store, today: IsoDate): SupervisedDoctor['nextMeeting'] {
  const [next] = [...all('meetings').values()]
    .filter(({ state, on }) => state === 'planned' && on >= today)
    .sort((a, b) => {
      const [one, other] = [a, b].map(({ on, startsAt, id }) => `${on} ${startsAt ?? '99'} ${id}`);
      return (one ?? '') < (other ?? '') ? -1 : 1;
    });
  return next === undefined ? null : { id: next.id, kind: next.kind, on: next.on, startsAt: next.startsAt };
}

/** Reports somebody still owes: those they were asked for, and those for reviews they sit in as the supervisor. Soonest first. */
export function reportsDueFrom(
  { all }: Store,
  me: PersonOnRecord,
  today: IsoDate,
): SupervisedDoctor['reportsDue'] {
  const written = new Set(
    [...all('supervisorReports').values()]
      .filter(({ state, author }) => state === 'sealed' && isThisPerson(author, me))
      .map(({ review }) => review),
  );
  const asked = [...all('requests').values()].filter(
    ({ kind, state, assessor, review }) =>
      kind === 'report' &&
      state === 'open' &&
      isThisPerson(assessor, me) &&
      (review === null || !written.has(review)),
  );
  const named = new Set(asked.map(({ review }) => review));
  const reviews = [...all('reviews').values()].filter(
    ({ id, state, heldOn, panel }) =>
      state !== 'signed' &&
      heldOn >= today &&
      !written.has(id) &&
      !named.has(id) &&
      panel.some((member) => member.role === 'supervisor' && isThisPerson(member, me)),
  );
  return [
    ...asked.map(({ id, dueOn }) => ({ why: 'asked' as const, id, dueOn })),
    ...reviews.map(({ id, heldOn, rules }) => ({
      why: 'review' as const,
      id,
      dueOn: rules?.evidenceBy ?? heldOn,
    })),
  ].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** Packages of this audience go back to the doctor. */
const toTheDoctor = 'doctor';

/** How much of what somebody said here no package took to the doctor yet; both times are of this computer. */
export function notYetSent(vault: OpenVault, portfolioId: Id, { all }: Store, me: PersonOnRecord): number {
  const sent = [...vault.profile.all('travels').values()]
    .filter(
      (travel) =>
        travel.direction === 'made' &&
        travel.portfolioId === portfolioId &&
        String(travel.audience) === toTheDoctor,
    )
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const own = [...all('feedback').values(), ...all('ratings').values()].filter(
    ({ by, device }) => device === null && isThisPerson(by, me),
  );
  return own.filter(({ at }) => sent === undefined || at > sent).length;
}

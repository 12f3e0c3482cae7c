import type { Id } from '#shared/domain/ids.ts';
import type { PanelMember, Review } from '#shared/domain/review.ts';
import { isSamePerson, type NamedPerson } from '#shared/domain/signature-places.ts';
import type { Session } from '../session.ts';

/**
 * Who sits at this computer. The vault's owner where they are on the panel, until somebody else takes the seat; forgotten
 * when the vault is locked. It keeps people who judge one after another on one laptop from being shown each other's
 * sheets; it does not prove who they are.
 */
export type Seat = {
  /** The member of this panel who sits here; undefined where nobody of it does. */
  readonly of: (review: Pick<Review, 'panel'>) => PanelMember | undefined;
  readonly take: (person: NamedPerson | null) => void;
};

export function createSeat(session: Session): Seat {
  let taken: NamedPerson | null | undefined;
  session.whenClosed(() => {
    taken = undefined;
  });
  return {
    of: ({ panel }) => {
      const person = taken === undefined ? session.profile() : taken;
      return person == null ? undefined : panel.find((member) => isSamePerson(member, person));
    },
    take: (person) => {
      taken = person;
    },
  };
}

export const isHere = (seat: Seat, review: Pick<Review, 'panel'>, member: Id): boolean =>
  seat.of(review)?.id === member;

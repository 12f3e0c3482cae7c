import type { PanelMember, Review } from '../review.ts';
import { rightsOf } from '../review-process/rights.ts';
import type { Sheet } from '../review-process/sheet.ts';
import { isSamePerson, type NamedPerson } from '../signature-places.ts';

/** Why a member does not judge. `doctor`: the review is about themselves. `role`: that part looks only. */
export const notJudgingReasons = ['doctor', 'role', 'conflict'] as const;
export type NotJudging = (typeof notJudgingReasons)[number];

/** Where one member of a panel stands with one review. Says nothing of what they wrote. */
export type MemberStanding = {
  readonly member: PanelMember;
  /** Null for who judges. */
  readonly not: NotJudging | null;
  /** Whether they supervise this doctor, by their part in the panel or because they wrote the supervisor's report. */
  readonly supervises: boolean;
  /** Null: they have not said yet. */
  readonly interest: 'none' | 'conflict' | null;
  readonly begun: boolean;
  /** They said that what they wrote is their view. */
  readonly finished: boolean;
};

type About = {
  readonly doctor: NamedPerson;
  /** Who wrote the supervisor's report; null: there is none. */
  readonly supervisor: NamedPerson | null;
};

/** Every member of a review's panel with what can be told of their sheets, in the panel's order. */
export function standingsOf(
  { id, panel }: Pick<Review, 'id' | 'panel'>,
  sheets: Iterable<Sheet>,
  { doctor, supervisor }: About,
): readonly MemberStanding[] {
  const own = new Map([...sheets].flatMap((sheet) => (sheet.review === id ? [[sheet.member, sheet]] : [])));
  return panel.map((member) => {
    const sheet = own.get(member.id);
    const interest = sheet?.interest?.kind ?? null;
    const isDoctor = isSamePerson(member, doctor);
    const supervises =
      member.role === 'supervisor' || (supervisor !== null && isSamePerson(member, supervisor));
    return {
      member,
      not: isDoctor
        ? 'doctor'
        : !rightsOf(member.role).judge
          ? 'role'
          : interest === 'conflict'
            ? 'conflict'
            : null,
      supervises,
      interest,
      begun: sheet !== undefined,
      finished: sheet !== undefined && sheet.doneAt !== null,
    };
  });
}

/** Whose judgements count: they may judge, said that nothing stands against it, and are done. */
export const counts = ({ not, interest, finished }: MemberStanding): boolean =>
  not === null && interest === 'none' && finished;

export type Quorum = {
  readonly needed: number;
  /** Members whose judgements count now. */
  readonly have: number;
  /** How many there can be at most, when everybody who may judge finishes. Below `needed`: the quorum is lost. */
  readonly possible: number;
};

export const quorumOf = (standings: readonly MemberStanding[], needed: number): Quorum => ({
  needed,
  have: standings.filter(counts).length,
  possible: standings.filter(({ not }) => not === null).length,
});

/** Members the panel still waits for before judgements are laid side by side. */
export const waitedFor = (standings: readonly MemberStanding[]): readonly MemberStanding[] =>
  standings.filter((standing) => standing.not === null && !counts(standing));

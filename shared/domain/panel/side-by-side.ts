import type { JudgementLevel } from '../review.ts';
import type { OwnJudgement, Sheet } from '../review-process/sheet.ts';
import { counts, type MemberStanding, type NotJudging } from './members.ts';

/** Levels in their order; `not-considered` stands beside it. */
export const levelScale = ['limited', 'developing', 'progressing'] as const;
const placeOf = (level: JudgementLevel): number => (levelScale as readonly JudgementLevel[]).indexOf(level);

/** How far the levels of several people lie from each other. */
export type Difference = {
  /** Steps of the scale between the lowest and the highest; 0 where fewer than two are on it. */
  readonly apart: number;
  /** Somebody rated what somebody else did not consider. */
  readonly unconsidered: boolean;
};

/** The same for every order of the levels. */
export function differenceOf(levels: readonly JudgementLevel[]): Difference {
  const places = levels.map(placeOf).filter((place) => place >= 0);
  return {
    apart: places.length === 0 ? 0 : Math.max(...places) - Math.min(...places),
    unconsidered: places.length > 0 && places.length < levels.length,
  };
}

export const differs = ({ apart, unconsidered }: Difference): boolean => apart > 0 || unconsidered;

/** `unfinished`: the panel went on without them. `left-out`: they finished and said nothing of this capability. */
export type NotSaid = NotJudging | 'unfinished' | 'left-out';

/** One capability as each member saw it. */
export type SideBySide = {
  readonly capability: string;
  readonly views: readonly { readonly member: string; readonly judgement: OwnJudgement }[];
  readonly without: readonly { readonly member: string; readonly why: NotSaid }[];
  readonly difference: Difference;
};

const whyNot = (standing: MemberStanding): NotSaid =>
  standing.not ?? (counts(standing) ? 'left-out' : 'unfinished');

/**
 * Everybody's judgements beside each other, once they may be seen. What the panel thinks of it is the panel's to say:
 * nothing here is an average or a proposal.
 */
export function sideBySide(
  codes: readonly string[],
  standings: readonly MemberStanding[],
  sheets: Iterable<Sheet>,
): readonly SideBySide[] {
  const byMember = new Map([...sheets].map((sheet) => [sheet.member, sheet]));
  const judged = new Map(
    standings
      .filter(counts)
      .map(({ member }) => [
        member.id,
        new Map(byMember.get(member.id)?.judgements.map((one) => [one.capability, one])),
      ]),
  );
  return codes.map((capability) => {
    const views = standings.flatMap(({ member }) => {
      const judgement = judged.get(member.id)?.get(capability);
      return judgement === undefined ? [] : [{ member: member.id, judgement }];
    });
    const said = new Set(views.map(({ member }) => member));
    return {
      capability,
      views,
      without: standings
        .filter(({ member }) => !said.has(member.id))
        .map((standing) => ({ member: standing.member.id, why: whyNot(standing) })),
      difference: differenceOf(views.map(({ judgement }) => judgement.level)),
    };
  });
}

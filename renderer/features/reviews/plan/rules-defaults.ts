import { isDate } from '#renderer/forms/typed-date.ts';
import { daysAfter } from '#shared/domain/dates.ts';
import type { PanelMember } from '#shared/domain/review.ts';
import { rightsOf } from '#shared/domain/review-process/rights.ts';
import { isSameName } from '#shared/domain/signature-places.ts';
import type { PlanDraft } from './plan-draft.ts';

type Rules = NonNullable<PlanDraft['rules']>;
type Days = Pick<Rules, 'evidenceBy' | 'window'>;

/** Evidence two weeks before the review, and the panel's days from then to the day after it. */
export function daysAround(heldOn: string): Days {
  if (!isDate(heldOn)) return { evidenceBy: '', window: { from: '', to: '' } };
  const evidenceBy = daysAfter(heldOn, -14);
  return { evidenceBy, window: { from: evidenceBy, to: daysAfter(heldOn, 1) } };
}

type Member = Pick<PanelMember, 'name' | 'role'>;

/** Three members, or all who judge where there are fewer: doctors do not judge their own review. */
export const quorumFor = (panel: readonly Member[], doctor: string): number =>
  Math.max(
    1,
    Math.min(
      3,
      panel.filter(
        ({ name, role }) => rightsOf(role).judge && (name === '' || !isSameName(name.trim(), doctor)),
      ).length,
    ),
  );

/** Ten working days for a second look, as the Gold Guide gives for a review of an outcome. */
export const rulesFor = (heldOn: string, panel: readonly Member[]): Rules => ({
  ...daysAround(heldOn),
  quorum: quorumFor(panel, ''),
  responseDays: 10,
});

export const sameDays = (a: Days, b: Days): boolean =>
  a.evidenceBy === b.evidenceBy && a.window.from === b.window.from && a.window.to === b.window.to;

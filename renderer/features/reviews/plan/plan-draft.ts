import type { z } from 'zod';
import { isDate } from '#renderer/forms/typed-date.ts';
import { yearsBefore } from '#shared/domain/dates.ts';
import type { Profile } from '#shared/domain/profile.ts';
import {
  type PanelMember,
  type PanelRole,
  type ReviewPlan,
  reviewPlanSchema,
} from '#shared/domain/review.ts';
import { rulesFor } from './rules-defaults.ts';

/** What the form holds: the plan while it is being written. */
export type PlanDraft = z.input<typeof reviewPlanSchema>;

/** The contract's own schema. */
export const planSchema: z.ZodType<ReviewPlan, PlanDraft> = reviewPlanSchema;

export const blankMember = (role: PanelRole): PanelMember => ({
  id: crypto.randomUUID(),
  name: '',
  role,
  gmcNumber: null,
  organisation: '',
});

export const periodBefore = (heldOn: string) =>
  isDate(heldOn) ? { from: yearsBefore(heldOn, 1), to: heldOn } : { from: '', to: '' };

/** @param heldOn a day that was wished for; empty where there is none. */
export function blankPlan(heldOn: string): PlanDraft {
  const panel = [blankMember('chair'), blankMember('supervisor')];
  return { heldOn, place: '', period: periodBefore(heldOn), panel, rules: rulesFor(heldOn, panel) };
}

export const planOf = ({ heldOn, place, period, panel, rules }: ReviewPlan): PlanDraft => ({
  heldOn,
  place,
  period: { ...period },
  panel: panel.map((member) => ({ ...member })),
  // A review of an earlier version goes on without them.
  ...(rules === undefined ? {} : { rules: { ...rules, window: { ...rules.window } } }),
});

/** The panel of another review, as new members: most panels meet again. */
export const samePanel = (review: ReviewPlan): PanelMember[] =>
  review.panel.map((member) => ({ ...member, id: crypto.randomUUID() }));

/** Whether the form still has nobody in it. */
export const nobodyNamed = (panel: readonly { readonly name: string }[]): boolean =>
  panel.every(({ name }) => name.trim() === '');

/** The vault's owner as a member of a panel; the role is theirs to choose. */
export const ownerAsMember = (profile: Profile, role: PanelRole): PanelMember => ({
  ...blankMember(role),
  name: profile.name,
  gmcNumber: profile.gmcNumber,
});

export const sameName = (a: string, b: string): boolean =>
  a.trim().normalize('NFC').toLocaleLowerCase('en-GB') ===
  b.trim().normalize('NFC').toLocaleLowerCase('en-GB');

const memberLabels: Readonly<Record<string, string>> = {
  name: 'name',
  role: 'role',
  gmcNumber: 'GMC number',
  organisation: 'organisation',
};

/** Field labels for the summary; members are numbered as on the screen. */
export const planLabels = (members: number): Readonly<Record<string, string>> => ({
  heldOn: 'Date of the review',
  place: 'Place',
  'period.from': 'Period from',
  'period.to': 'Period to',
  'rules.evidenceBy': 'Evidence by',
  'rules.window.from': 'Open to the panel from',
  'rules.window.to': 'Open to the panel to',
  'rules.window': 'Open to the panel',
  'rules.quorum': 'Members who must judge',
  'rules.responseDays': 'Working days for asking for a second look',
  panel: 'Panel',
  ...Object.fromEntries(
    Array.from({ length: members }, (_, at) =>
      Object.entries(memberLabels).map(([key, label]) => [
        `panel.${at}.${key}`,
        `Member ${at + 1}, ${label}`,
      ]),
    ).flat(),
  ),
});

import { z } from 'zod';
import { type ActionInput, actionInputSchema } from '#shared/domain/supervision/tracked-action.ts';

/** Below a name of its own: a meeting on the same page has fields of the same names. */
export const actionDraftSchema = z.strictObject({ action: actionInputSchema });
export type ActionDraft = z.input<typeof actionDraftSchema>;

export const actionLabels = {
  'action.what': 'What will be done',
  'action.measure': 'How it will be measured',
  'action.owner': 'Who owns it',
  'action.dueOn': 'Due date',
  'action.capability': 'Capability, if it is for one',
} as const;

export const draftOf = (action: ActionInput): ActionDraft => {
  const { what, measure, owner, dueOn, capability } = action;
  return { action: { what, measure, owner, dueOn, capability } };
};
export const blankAction = (owner: string): ActionDraft => ({
  action: { what: '', measure: '', owner, dueOn: '', capability: null },
});

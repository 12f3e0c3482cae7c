import type { PanelMember } from './review.ts';

const prefix = 'waymark-signature-';
const chairField = `${prefix}chair`;

/** The name of the place in the report where this member of the panel signs. */
export const fieldOfMember = (member: Pick<PanelMember, 'id' | 'role'>): string =>
  member.role === 'chair' ? chairField : `${prefix}${member.id}`;

/** Whose place that is; undefined for a name Waymark does not give, or a member who is not on this panel. */
export const panelMemberOfField = (
  fieldName: string,
  panel: readonly PanelMember[],
): PanelMember | undefined => panel.find((member) => fieldOfMember(member) === fieldName);

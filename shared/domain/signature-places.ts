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

/** As much of a person as tells them from another. */
export type NamedPerson = { readonly name: string; readonly gmcNumber: string | null };

/** Whether two names are spelt alike but for capitals. */
export const isSameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLocaleLowerCase('en-GB') === b.normalize('NFC').toLocaleLowerCase('en-GB');

export const isSamePerson = (a: NamedPerson, b: NamedPerson): boolean =>
  a.gmcNumber === b.gmcNumber && isSameName(a.name, b.name);

/**
 * Why the panel's own work is refused. `not-here`: somebody else sits at this computer. `looks-only`, `is-doctor`,
 * `conflict`: this member does not judge. `notes-with-doctor`: private notes in the doctor's own vault. `not-open`: the
 * panel may not write now. `not-handed-in`: there is nothing to look at yet. `compared`, `not-compared`: judgements are,
 * or are not yet, side by side. `waiting`: members have not finished. `quorum`: too few judge. `not-chair`: the chair
 * alone does this. `no-interest`, `nothing-judged`: the member's own sheet lacks that. `finished`: they said it is their
 * view.
 */
export const panelRefusals = [
  'not-here',
  'looks-only',
  'is-doctor',
  'conflict',
  'notes-with-doctor',
  'not-open',
  'not-handed-in',
  'compared',
  'not-compared',
  'waiting',
  'quorum',
  'not-chair',
  'no-interest',
  'nothing-judged',
  'finished',
] as const;
export type PanelRefusal = (typeof panelRefusals)[number];

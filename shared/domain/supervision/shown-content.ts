import type { EvidenceItem } from '../evidence.ts';

/**
 * What of an item somebody judges who gives feedback on it. Tags, marks, drafts and who is asked to verify it may change
 * without the feedback being of something else.
 */
export function judgedContent(item: EvidenceItem): unknown {
  const { type, title, startedOn, endedOn, place, role, reflection, hours, details, links } = item;
  const files = item.attachments.map(({ hash }) => hash);
  return { type, title, startedOn, endedOn, place, role, reflection, hours, details, files, links };
}

import type { Attachment, EvidenceItem } from '../evidence.ts';
import type { Sha256 } from '../ids.ts';
import type { AnonymisationState } from './anonymisation-states.ts';

/** The file that leaves the vault: the redacted copy where there is one. */
export const sharedFileOf = ({ redacted, ...original }: Attachment): Omit<Attachment, 'redacted'> =>
  redacted === undefined
    ? original
    : { hash: redacted.hash, name: redacted.name, mediaType: redacted.mediaType, size: redacted.size };

export const sharedHashesOf = ({ attachments }: Pick<EvidenceItem, 'attachments'>): readonly Sha256[] => [
  ...new Set(attachments.map((attachment) => sharedFileOf(attachment).hash)),
];

/** Where an item stands with anonymisation. A mark holds for the files it was made on; fewer of them are still all right. */
export function anonymisationOf({
  anonymised,
  notNeeded,
  attachments,
}: Pick<EvidenceItem, 'anonymised' | 'notNeeded' | 'attachments'>): AnonymisationState {
  if (anonymised !== undefined) {
    const seen = new Set(anonymised.files);
    return sharedHashesOf({ attachments }).every((hash) => seen.has(hash)) ? 'done' : 'stale';
  }
  return notNeeded?.includes('anonymised') === true ? 'not-needed' : 'none';
}

import type { RawHit } from '#shared/domain/identifiers/check.ts';
import { type DismissedHit, decidedFileOf } from '#shared/domain/identifiers/dismissal.ts';
import type { Ports } from '../ports.ts';

export type Hash = Ports['hash'];

/** What a decision on a hit is about. A file's name belongs to the item, not to the bytes. */
export function decisionOf(hash: Hash, { rule, text, place }: RawHit): DismissedHit & Pick<RawHit, 'rule'> {
  const file = decidedFileOf(place);
  return { file, rule, what: hash(`${rule}\n${text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')}`) };
}

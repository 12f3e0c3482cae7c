import { canonicalJson } from '#shared/domain/canonical.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { judgedContent } from '#shared/domain/supervision/shown-content.ts';
import type { Ports } from '../ports.ts';

/** Values are frozen: each is worked out once. */
const known = new WeakMap<EvidenceItem, Sha256>();

/** SHA-256 of what of an item feedback is about. */
export function contentOf({ hash }: Pick<Ports, 'hash'>, item: EvidenceItem): Sha256 {
  const content = known.get(item) ?? hash(canonicalJson(judgedContent(item)));
  known.set(item, content);
  return content;
}

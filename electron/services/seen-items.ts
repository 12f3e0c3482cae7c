import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import type { SealStatement } from '#shared/domain/seals.ts';
import type { Ports, SealRecord } from './ports.ts';
import { contentHash, isSealOfItsStatement } from './seal-validity.ts';
import type { OpenPortfolio } from './session.ts';

type Needs = Pick<Ports, 'signers' | 'hash'>;
type InPerson = SealRecord & { readonly statement: SealStatement };

const isInPerson = (seal: SealRecord): seal is InPerson => seal.statement?.kind === 'in-person';

/**
 * Tells which items an assessor signed off in person, as they are now: a seal over an earlier version does not count.
 * Signatures and hashes are worked out once for each record, which never changes in place.
 */
export function createSeenItems(ports: Needs): (portfolio: OpenPortfolio) => ReadonlySet<Id> {
  const genuine = new WeakMap<SealRecord, boolean>();
  const hashes = new WeakMap<EvidenceItem, Sha256>();
  const isGenuine = (seal: SealRecord) => {
    const known = genuine.get(seal) ?? isSealOfItsStatement(ports, seal);
    genuine.set(seal, known);
    return known;
  };
  const hashOf = (item: EvidenceItem) => {
    const known = hashes.get(item) ?? contentHash(ports, 'in-person', item);
    hashes.set(item, known);
    return known;
  };
  return ({ store }) => {
    const seen = new Set<Id>();
    for (const seal of store.all('seals').values()) {
      if (!isInPerson(seal) || seen.has(seal.subjectId)) continue;
      const item = store.get('evidence', seal.subjectId);
      if (item === undefined || hashOf(item) !== seal.statement.content) continue;
      if (isGenuine(seal)) seen.add(seal.subjectId);
    }
    return seen;
  };
}

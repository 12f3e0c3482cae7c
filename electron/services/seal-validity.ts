import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { SealStatement, SealValidity } from '#shared/domain/seals.ts';
import type { Ports, SealRecord } from './ports.ts';
import type { OpenPortfolio } from './session.ts';

type Needs = Pick<Ports, 'signers' | 'hash'>;

/** What each kind of seal is over. A seal over anything else would be over nothing. */
const sealedCollections: Readonly<Record<SealStatement['kind'], SealStatement['collection'] | null>> = {
  'in-person': 'evidence',
  judgement: 'reviews',
  'supervisor-report': 'supervisorReports',
  'sign-off': 'evidence',
  'review-outcome': null,
};

/** Whether a seal is its signer's signature over exactly the statement it carries, about the record it is kept for. */
export function isSealOfItsStatement({ signers, hash }: Needs, seal: SealRecord): boolean {
  const { statement, certificates, signature } = seal;
  if (statement === undefined) return false;
  const text = canonicalJson(statement);
  return (
    statement.kind === seal.subject &&
    statement.collection === sealedCollections[statement.kind] &&
    statement.recordId === seal.subjectId &&
    statement.at === seal.sealedAt &&
    hash(text) === seal.fingerprint &&
    signers.verifySeal(text, signature, certificates[0] ?? '') &&
    signers.certified(certificates) !== null
  );
}

/** What of a record's version is sealed: the judgements of a review, and all of anything else. */
export function sealedContent(kind: SealStatement['kind'], value: unknown): unknown {
  if (kind !== 'judgement') return value;
  return typeof value === 'object' && value !== null && 'judgements' in value ? value.judgements : null;
}

export const contentHash = (
  { hash }: Pick<Ports, 'hash'>,
  kind: SealStatement['kind'],
  value: unknown,
): Sha256 => hash(canonicalJson(sealedContent(kind, value)));

/** Holds a seal against its signature, the history of its record, and the record as it is now. */
export async function validityOf(
  ports: Needs,
  { store }: OpenPortfolio,
  seal: SealRecord & { readonly statement: SealStatement },
): Promise<SealValidity> {
  const { kind, collection, recordId, revision, content } = seal.statement;
  if (!isSealOfItsStatement(ports, seal)) return 'altered';
  const heads = store.heads(collection, recordId);
  const isPresent = heads.some(
    (head) =>
      head.revision === revision || (head.value !== null && contentHash(ports, kind, head.value) === content),
  );
  if (heads.some((head) => head.revision === revision && contentHash(ports, kind, head.value) !== content))
    return 'altered';
  if (isPresent) return 'valid';
  const versions = await store.history.versions(collection, recordId);
  const kept = versions.find((version) => version.revision === revision);
  if (kept !== undefined)
    return contentHash(ports, kind, kept.value) === content ? 'older-version' : 'altered';
  // Its text did not travel here, but its place in the record's past did.
  return versions.some(({ parents }) => parents.includes(revision)) ? 'older-version' : 'altered';
}

import type { SignedRecord } from '#shared/domain/packages/preview.ts';
import { refOf } from '#shared/domain/packages/record-refs.ts';
import type { MergeSummary, TravelRevision } from '#shared/domain/revisions.ts';
import type { SealStatement } from '#shared/domain/seals.ts';
import { fieldOfMember } from '#shared/domain/signature-places.ts';
import { type SealRecord, sealRecordSchema } from '#shared/domain/vault-records.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { signatureOfSeal } from '../seal-signature.ts';
import { contentHash, isSealOfItsStatement } from '../seal-validity.ts';
import type { Session } from '../session.ts';
import { type JudgeSigner, shownSignature, signerJudge } from '../signer-standing.ts';

type Signature = SignedRecord['signatures'][number];
type Arrived = {
  /** What is to be merged. */
  readonly revisions: readonly TravelRevision[];
  /** Of each signed review, what the verifier says of its reports. */
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>;
  readonly here: PortfolioStore | undefined;
  /** Null: everything that came is told. */
  readonly summary: MergeSummary | null;
};

const chairField = fieldOfMember({ id: '', role: 'chair' });

/** The signatures of every report of one review, each once, in the order they were made. */
function onReports(verdicts: readonly Verdict[], judge: JudgeSigner): readonly Signature[] {
  const found = new Map<string, Signature>();
  for (const verdict of verdicts)
    for (const signature of verdict.signatures) {
      const { fieldName, ...shown } = shownSignature(verdict, signature, judge);
      const part = fieldName === chairField ? 'chair' : 'panel';
      found.set(`${fieldName} ${shown.certificate}`, { ...shown, part, holds: true });
    }
  return [...found.values()];
}

/** Whether a version that came, or one that is kept here, is the one the seal names, and says what was sealed. */
async function isOverWhatCame(
  ports: Pick<Ports, 'hash'>,
  { kind, collection, recordId, revision, content }: SealStatement,
  { revisions, here }: Arrived,
): Promise<boolean> {
  const came = revisions.filter((one) => one.collection === collection && one.id === recordId);
  const kept = (await here?.history.versions(collection, recordId)) ?? [];
  const versions = [...came, ...kept];
  const sealed = versions.filter((one) => one.revision === revision && one.value !== undefined);
  if (sealed.length > 0) return sealed.every(({ value }) => contentHash(ports, kind, value) === content);
  return versions.some(
    ({ parents, value }) =>
      parents.includes(revision) || (value != null && contentHash(ports, kind, value) === content),
  );
}

const partOf = ({ kind }: SealStatement): Signature['part'] => (kind === 'review-outcome' ? 'chair' : kind);

/**
 * Who signed what came, and whether anybody here knows them: a sender can put a key of their own making, in any name,
 * under a review, and everything about it will hold.
 */
export async function signedRecords(
  ports: Ports,
  session: Session,
  arrived: Arrived,
): Promise<readonly SignedRecord[]> {
  const { revisions, verdicts, summary } = arrived;
  const judge = signerJudge(ports, session);
  const known = new Set(
    summary?.records
      .filter(({ kind }) => kind === 'known')
      .map(({ collection, id }) => `${collection}/${id}`),
  );
  const told = new Map<string, Signature[]>();
  const tell = (collection: string, id: string, signatures: readonly Signature[]) => {
    const name = `${collection}/${id}`;
    told.set(name, [...(told.get(name) ?? []), ...signatures]);
  };
  for (const [id, reports] of verdicts)
    if (!known.has(`reviews/${id}`)) tell('reviews', id, onReports(reports, judge));
  for (const { collection, id, value } of revisions) {
    if (collection !== 'seals' || known.has(`seals/${id}`)) continue;
    const seal = sealRecordSchema.safeParse(value);
    const statement = seal.data?.statement;
    if (seal.data === undefined || statement === undefined) continue;
    const record: SealRecord & { readonly statement: SealStatement } = { ...seal.data, statement };
    const shown = signatureOfSeal(ports, record, judge);
    const holds = isSealOfItsStatement(ports, record) && (await isOverWhatCame(ports, statement, arrived));
    tell(statement.collection, statement.recordId, [{ ...shown, part: partOf(statement), holds }]);
  }
  const refs = refOf(revisions);
  return [...told].map(([name, signatures]) => {
    const [collection = '', id = ''] = name.split('/');
    return { ...refs(collection, id), signatures };
  });
}

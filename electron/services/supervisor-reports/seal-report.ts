import { canonicalJson } from '#shared/domain/canonical.ts';
import { failure } from '#shared/domain/failure.ts';
import { contentOf } from '#shared/domain/merge/revision-content.ts';
import type { IdentityCheck } from '#shared/domain/review.ts';
import type { SealSigner, SealStatement } from '#shared/domain/seals.ts';
import { missingBeforeSealing } from '#shared/domain/supervision/report-missing.ts';
import { authorField } from '#shared/domain/supervision/report-model.ts';
import {
  type SupervisorReport,
  supervisorReportSchema,
} from '#shared/domain/supervision/supervisor-report.ts';
import { domainsSource } from '#shared/guidance/supervisor-report.ts';
import { newSeal } from '../new-seal.ts';
import { isOwner, type KeyRequest, openSigner, stampOf } from '../open-signer.ts';
import type { Ports } from '../ports.ts';
import { once } from '../read-pdf.ts';
import { trySealHeads } from '../seal-heads.ts';
import { contentHash } from '../seal-validity.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { panelRoleTitles } from '../signing-words.ts';
import { ruleWords } from './rule.ts';

type Request = KeyRequest & { readonly identityCheck: IdentityCheck };

const collection = 'supervisorReports';

/** As the author stands on the seal, which always names a part. */
export const signerOf = ({ author }: Pick<SupervisorReport, 'author'>): SealSigner => ({
  ...author,
  role: author.role === '' ? panelRoleTitles.supervisor : author.role,
});

const invalid = (path: string, code: string) => failure('INVALID', { issues: [{ path: [path], code }] });

/**
 * Freezes a draft: lays out its paper, signs it, keeps the bytes, and only then marks the report sealed, in one commit
 * with its seal, which is over the very version that is written. A failure anywhere before leaves the draft as it was.
 * Fails with REPORT_STATE, REPORT_INCOMPLETE, WRONG_PASSPHRASE, WEAK_PASSPHRASE, TIMESTAMP_FAILED, INVALID.
 */
export async function sealReport(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  report: SupervisorReport,
  request: Request,
): Promise<SupervisorReport> {
  const { store, pack } = portfolio;
  const { id, review, follows } = report;
  if (report.state !== 'draft') throw failure('REPORT_STATE', { state: report.state });
  const today = ports.clock.today();
  const missing = missingBeforeSealing(report, today);
  if (missing.length > 0) throw failure('REPORT_INCOMPLETE', { missing });
  const [head, ...others] = store.heads(collection, id);
  // Two versions side by side: nobody could say which of them was signed.
  if (head === undefined || others.length > 0) throw invalid('id', 'in-conflict');
  const signer = signerOf(report);
  if (isOwner(session, signer) !== (request.identityCheck === 'own-profile'))
    throw invalid('identityCheck', 'identity-check');
  const opened = await openSigner(ports, session, signer, request);
  const now = ports.clock.now();
  const at = now.toISOString();
  const deviceOwner = session.profile()?.name ?? '';
  const certificate = ports.signers.certificateHash(opened.record);
  const journal = store.head();
  const { edition, source } = domainsSource(pack);
  const model = ports.supervisorReports.build({
    portfolio: portfolioOf(store),
    pack,
    report,
    review: review === null ? undefined : store.get('reviews', review),
    follows: follows === null ? undefined : store.get(collection, follows.report),
    domainsFrom: `The four domains of ${source.title} (${source.publisher}), as numbered in its edition of ${edition}.`,
    age: ruleWords(session.vault()),
    signing: {
      signer: signer.name,
      role: signer.role,
      at,
      identityCheck: request.identityCheck,
      deviceOwner,
      certificate,
    },
    record: journal,
    version: ports.version,
    today,
  });
  const blank = await ports.supervisorReports.render(model);
  const pdf = await opened.signPdf(
    blank,
    { fieldName: authorField, reason: 'Author of the supervisor’s report', location: '', at: now },
    stampOf(ports, session),
  );
  const kept = await store.blobs.put(once(pdf));
  const data = await store.blobs.put(once(new TextEncoder().encode(canonicalJson(model))));
  const value = supervisorReportSchema.parse({
    ...report,
    state: 'sealed',
    sealedOn: today,
    sealed: {
      at,
      certificate,
      identityCheck: request.identityCheck,
      deviceOwner,
      pdf: kept.hash,
      pdfSize: kept.size,
      model: data.hash,
      fingerprint: model.fingerprint,
    },
    updatedAt: at,
  } satisfies SupervisorReport);
  const statement: SealStatement = {
    format: 'waymark-seal-1',
    kind: 'supervisor-report',
    collection,
    recordId: id,
    // The name this version will have: it follows the one that is shown, and no other.
    revision: ports.hash(contentOf({ collection, id, parents: [head.revision], value })),
    content: contentHash(ports, 'supervisor-report', value),
    at,
    signer,
    presence: { identityCheck: request.identityCheck, deviceOwner },
    amends: null,
  };
  const seal = await newSeal(ports, opened, statement, journal);
  await store.commit('supervisor-report.seal', [
    { collection, id, value },
    { collection: 'seals', id: seal.id, value: seal },
  ]);
  await trySealHeads(ports, session.vault(), 'sign-off');
  return value;
}

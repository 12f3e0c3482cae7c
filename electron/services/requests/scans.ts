import type { ScanFinding } from '#shared/contract/requests.ts';
import type { Services } from '#shared/contract/services.ts';
import { documentLimits } from '#shared/domain/documents/text.ts';
import type { Attachment, EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { isRiskyFile } from '#shared/domain/packages/risky-files.ts';
import { codeIn, type SignOffRequest } from '#shared/domain/supervision/request.ts';
import { invalid } from '../make-seal.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio, Session } from '../session.ts';
import { shownRequest } from './shown.ts';

type Upload = NonNullable<Awaited<ReturnType<Ports['uploads']['take']>>>;
type KeepInput = Omit<Parameters<Services['requests']['keepScan']>[0], 'portfolioId' | 'id'>;

async function uploaded(ports: Ports, uploadId: Id): Promise<Upload> {
  const upload = await ports.uploads.take(uploadId);
  if (upload === undefined) throw failure('NOT_FOUND', { what: 'upload' });
  const { size } = upload;
  if (size > documentLimits.bytes) throw failure('FILE_TOO_LARGE', { size, limit: documentLimits.bytes });
  return upload;
}

async function bytesOf({ size, bytes }: Upload): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(size);
  let at = 0;
  for await (const piece of bytes()) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

type Code = { readonly code: string; readonly page: number };

/** Codes of requests in a file, each once, with the first page it is on. */
async function codesOf(ports: Ports, bytes: Uint8Array<ArrayBuffer>): Promise<readonly Code[]> {
  const { codes } = await ports.documents.read({ bytes, name: '' }, { depth: 'all' });
  const found = new Map<string, Code>();
  for (const { text, page } of codes) {
    const code = codeIn(text);
    if (code !== undefined && !found.has(code)) found.set(code, { code, page });
  }
  return [...found.values()];
}

/** What the codes in an uploaded scan belong to. */
export async function scannedIn(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  uploadId: Id,
): Promise<readonly ScanFinding[]> {
  const codes = await codesOf(ports, await bytesOf(await uploaded(ports, uploadId)));
  const requests = [...portfolio.store.all('requests').values()];
  const findings: ScanFinding[] = [];
  for (const { code, page } of codes) {
    const request = requests.find((one) => one.code === code);
    if (request === undefined) {
      findings.push({ code, page, status: 'unknown', shown: null });
      continue;
    }
    const shown = await shownRequest(ports, session, portfolio, request);
    const status = shown.state === 'declined' ? 'answered' : shown.state;
    findings.push({ code, page, status, shown });
  }
  return findings;
}

const withPaper = (
  item: EvidenceItem,
  file: Attachment,
  { signedBy, signedOn, institution }: KeepInput,
  at: string,
): EvidenceItem => ({
  ...item,
  attachments: item.attachments.some(({ hash }) => hash === file.hash)
    ? item.attachments
    : [...item.attachments, file],
  // Who verified it before stands.
  verification:
    item.verification ?? (institution === '' ? null : { by: signedBy, on: signedOn, institution }),
  updatedAt: at,
});

/** Keeps a signed form with its items, and closes its request, as one line. To be called in the portfolio's turn. */
export async function keepScan(
  ports: Ports,
  { store }: OpenPortfolio,
  request: SignOffRequest,
  given: KeepInput,
): Promise<SignOffRequest> {
  if (given.signedOn > ports.clock.today()) throw invalid(['signedOn'], 'too-large');
  const items = [...new Set(given.items)].map((id, index) => {
    if (!request.items.includes(id)) throw invalid(['items', index], 'not-of-request');
    const item = store.get('evidence', id);
    if (item === undefined || item.trashedAt !== null) throw failure('NOT_FOUND', { what: 'evidence' });
    return item;
  });
  const upload = await uploaded(ports, given.uploadId);
  const bytes = await bytesOf(upload);
  const mediaType = await ports.mediaTypes.of(bytes.slice(0, 4100), given.name);
  if (isRiskyFile({ name: given.name, mediaType })) throw invalid(['name'], 'wrong-kind');
  // The screen may show anything: the file itself says which form it is.
  const codes = await codesOf(ports, bytes);
  if (!codes.some(({ code }) => code === request.code)) throw invalid(['uploadId'], 'not-this-form');
  const { hash, size } = await store.blobs.put(upload.bytes());
  const file: Attachment = { hash, size, name: given.name, mediaType };
  const at = ports.clock.now().toISOString();
  const all = items.length === request.items.length;
  const value: SignOffRequest = {
    ...request,
    paper: { file: hash, items: items.map(({ id }) => id), on: given.signedOn },
    ...(all ? { state: 'answered' as const, closedOn: ports.clock.today() } : {}),
    updatedAt: at,
  };
  await store.commit('request.keep-scan', [
    ...items.map((item) => ({
      collection: 'evidence' as const,
      id: item.id,
      value: withPaper(item, file, given, at),
    })),
    { collection: 'requests', id: request.id, value },
  ]);
  await ports.uploads.drop(given.uploadId);
  return value;
}

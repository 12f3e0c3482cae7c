import type { Batch, BatchWritten } from '#shared/contract/papers.ts';
import { failure } from '#shared/domain/failure.ts';
import { currentReviews } from '#shared/domain/review-process/current.ts';
import { createNames, safeName } from '#shared/domain/safe-names.ts';
import { type JobTools, stopIfCancelled } from '../jobs.ts';
import type { BindPart } from '../ports/bindery.ts';
import type { ArchiveFile } from '../ports/open-files.ts';
import type { Ports } from '../ports.ts';
import { once, readReport } from '../read-pdf.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { responsePage, saidOf, shortForm } from './companions.ts';
import { panelFormPdf } from './panel-form.ts';
import { type SignedReview, signedReview } from './signed-model.ts';

type Sheet = {
  readonly title: string;
  /** Whose it is, and where it lies in a ZIP. */
  readonly name: string;
  readonly make: (signal: AbortSignal) => Promise<Uint8Array>;
};

const words = {
  full: 'Signed report',
  short: 'Short report',
  response: 'Response',
  form: 'Panel form',
} as const;

async function sheetsOf(ports: Ports, session: Session, { reviews, what }: Batch): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (const { portfolioId, id } of reviews) {
    const portfolio = await session.portfolio(portfolioId);
    const { doctor } = portfolioOf(portfolio.store);
    const add = (kind: keyof typeof words, heldOn: string, make: Sheet['make']) => {
      const title = `${doctor.name}, ${words[kind].toLowerCase()} ${heldOn}`;
      sheets.push({ title, name: `${words[kind]}, ${doctor.name} ${heldOn}.pdf`, make });
    };
    if (what.includes('form')) {
      const review = portfolio.store.get('reviews', id);
      if (review === undefined) throw failure('NOT_FOUND', { what: 'review' });
      add('form', review.heldOn, (signal) => panelFormPdf(ports, session, portfolio, review, signal));
    }
    if (!what.includes('full') && !what.includes('short')) continue;
    const review = signedReview(portfolio, id);
    if (what.includes('full'))
      add('full', review.heldOn, () => readReport(portfolio.store.blobs, review.signOff.report));
    if (what.includes('short'))
      add('short', review.heldOn, (signal) => shortForm(ports, session, portfolio, review, signal));
    addResponse(ports, session, portfolio, review, add);
  }
  return sheets;
}

/** With the report goes what the doctor said of it, where they said something. */
function addResponse(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  review: SignedReview,
  add: (kind: 'response', heldOn: string, make: Sheet['make']) => void,
): void {
  if (saidOf(portfolio, review).length === 0) return;
  add('response', review.heldOn, (signal) => responsePage(ports, session, portfolio, review, signal));
}

/** One after another, each made when its turn comes: no more than one of them is in memory. */
async function* filesOf(
  sheets: readonly Sheet[],
  { progress, signal }: JobTools,
): AsyncGenerator<ArchiveFile> {
  const names = createNames();
  for (const [done, { name, make }] of sheets.entries()) {
    stopIfCancelled(signal);
    progress('writing-papers', done, sheets.length);
    const pdf = await make(signal);
    yield { path: names(name, 'Paper.pdf'), compress: false, bytes: () => once(pdf) };
  }
  progress('writing-papers', sheets.length, sheets.length);
}

/** Joined for printing: a signature does not outlive that, so only unsigned copies of pages are in it. */
async function joined(ports: Ports, sheets: readonly Sheet[], { progress, signal }: JobTools) {
  const parts = sheets.map(({ title, make }): BindPart => {
    return {
      title,
      mark: `${title}, copy without signatures`,
      mediaType: 'application/pdf',
      bytes: async () => new Uint8Array(await make(signal)),
      signed: 'copy',
    };
  });
  const on = ports.clock.today();
  const bound = await ports.bindery.bind(
    parts,
    { title: `Reviews, ${on}`, on },
    { signal, onPart: (done) => progress('writing-papers', done, sheets.length) },
  );
  if (bound.pdf === null || bound.parts.some((part) => 'why' in part))
    throw failure('FILE_MALFORMED', { why: 'damaged' });
  return { pdf: bound.pdf, pages: bound.pages };
}

/** Every review that counts, of every portfolio that can be read. */
async function listed(session: Session) {
  const found = [];
  for (const { id: portfolioId } of session.vault().profile.all('shelf').values()) {
    const portfolio = await session.portfolio(portfolioId).catch(() => undefined);
    if (portfolio === undefined) continue;
    const { store, pack } = portfolio;
    const doctor = portfolioOf(store).doctor.name;
    for (const { id, heldOn, state } of currentReviews(
      store.all('reviews').values(),
      store.all('steps').values(),
    ))
      found.push({ portfolioId, id, doctor, specialty: pack.specialty, heldOn, signed: state === 'signed' });
  }
  return found.sort((a, b) => b.heldOn.localeCompare(a.heldOn) || a.doctor.localeCompare(b.doctor, 'en-GB'));
}

export function batchPart(ports: Ports, session: Session) {
  return {
    reviews: () => listed(session),
    batch: async (batch: Batch) => {
      const sheets = await sheetsOf(ports, session, batch);
      const on = ports.clock.today();
      const jobId = session.jobs.start('papers', async (tools): Promise<BatchWritten> => {
        if (batch.as === 'zip') {
          const name = safeName(`Reviews ${on}.zip`, 'Reviews.zip');
          const bytes = ports.openFiles.zip(filesOf(sheets, tools), new Date(`${on}T12:00:00`));
          const { id, size } = await ports.outbox.keep({ name, mediaType: 'application/zip', bytes });
          return { fileId: id, name, size, files: sheets.length };
        }
        const { pdf } = await joined(ports, sheets, tools);
        const name = safeName(`Reviews ${on}.pdf`, 'Reviews.pdf');
        const kept = await ports.outbox.keep({ name, mediaType: 'application/pdf', bytes: once(pdf) });
        return { fileId: kept.id, name, size: kept.size, files: sheets.length };
      });
      return { jobId };
    },
  };
}

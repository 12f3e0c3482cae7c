import type { Permanence } from '#shared/contract/documents.ts';
import type { Area } from '#shared/domain/documents/text.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { JobTools } from '../jobs.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { findingsOf } from './kept-findings.ts';
import { wholeFile } from './kept-text.ts';

type Box = Pick<Area, 'x' | 'y' | 'width' | 'height'>;
const lieOver = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

async function wordsUnder(
  { documents }: Pick<Ports, 'documents'>,
  store: PortfolioStore,
  hash: Sha256,
  marks: readonly Area[],
  { signal, progress }: JobTools,
): Promise<number> {
  const pages = [...new Set(marks.map(({ page }) => page))];
  if (pages.length === 0) return 0;
  const file = await wholeFile(store, hash, '');
  if (file === undefined) throw failure('NOT_FOUND', { what: 'file' });
  const read = await documents.read(file, {
    depth: 'places',
    pages,
    signal,
    progress: (done, total) => progress('looking-under-marks', done, total),
  });
  return read.pages.flatMap(({ page, spans }) => {
    const here = marks.filter((mark) => mark.page === page);
    return spans.filter((span) => here.some((mark) => lieOver(span, mark)));
  }).length;
}

/** Whether anything can still be brought out of a file that its pages do not show, or from under marks. */
export async function permanenceOf(
  ports: Pick<Ports, 'documents'>,
  store: PortfolioStore,
  { hash, marks }: { readonly hash: Sha256; readonly marks: readonly Area[] },
  tools: JobTools,
): Promise<Permanence> {
  const { signal, progress } = tools;
  const findings = await findingsOf(ports, store, hash, {
    signal,
    progress: (done, total) => progress('looking-for-hidden', done, total),
  });
  return { ...findings, wordsUnderMarks: await wordsUnder(ports, store, hash, marks, tools) };
}

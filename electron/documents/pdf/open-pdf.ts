import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Its other half, which it would otherwise look for beside itself: the same thread does both.
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { failure } from '#shared/domain/failure.ts';
import type { DocumentData } from '../tasks.ts';

Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });

const mostPixels = 100_000_000; // of one picture in a file: larger ones are left out rather than unpacked

/** Opens a PDF to read it. Fails with FILE_ENCRYPTED and FILE_MALFORMED. Takes the bytes away from whoever had them. */
export async function openPdf(bytes: Uint8Array, { pdf }: DocumentData): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: bytes,
    cMapUrl: `${pdf}/cmaps/`,
    standardFontDataUrl: `${pdf}/standard_fonts/`,
    wasmUrl: `${pdf}/wasm/`,
    iccUrl: `${pdf}/iccs/`,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    maxImageSize: mostPixels,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (thrown) {
    await task.destroy().catch(() => undefined);
    const name = thrown instanceof Error ? thrown.name : '';
    if (name === 'PasswordException') throw failure('FILE_ENCRYPTED', {});
    throw failure('FILE_MALFORMED', { why: 'damaged' });
  }
}

/** Works with an open PDF and lets go of it. */
export async function withPdf<T>(
  bytes: Uint8Array,
  data: DocumentData,
  work: (pdf: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const pdf = await openPdf(bytes, data);
  try {
    return await work(pdf);
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined);
  }
}

import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import type { KeptFile } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import { openEngine, type PdfEngine } from './pdf-engine.ts';
import { useOpenFile } from './use-open-file.ts';

/** Milliseconds after which a file that does not open, or a page that is not drawn, is given up. */
export const patience = 45_000;

type Open = { readonly source: { readonly data: ArrayBuffer }; readonly engine: PdfEngine };

/** A PDF's bytes and the thread that reads them, for as long as it is looked at. */
export function useEngine(
  portfolioId: string,
  file: KeptFile,
  onFault: (fault: unknown) => void,
): Open | undefined {
  const bytes = useOpenFile(portfolioId, file, onFault);
  const [open, setOpen] = useState<Open>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: who hears of the fault does not make it another file
  useEffect(() => {
    if (bytes === undefined) return;
    const engine = openEngine(() => onFault(failure('FILE_MALFORMED', { why: 'damaged' })));
    setOpen({ source: { data: bytes }, engine });
    return () => {
      engine.close();
      setOpen(undefined);
    };
  }, [bytes]);
  return open;
}

export type PageSize = { readonly page: number; readonly width: number; readonly height: number };

/** How large a page is, in points, as it is shown: before it is drawn, since how finely depends on it. */
export function usePageSize(
  pdf: PDFDocumentProxy | undefined,
  page: number,
  onFault: (fault: unknown) => void,
): PageSize | undefined {
  const [size, setSize] = useState<PageSize>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: who hears of the fault does not make it another page
  useEffect(() => {
    let left = false;
    pdf?.getPage(page).then(
      (found) => {
        const { width, height } = found.getViewport({ scale: 1 });
        if (!left) setSize({ page, width, height });
      },
      () => left || onFault(failure('FILE_MALFORMED', { why: 'damaged' })),
    );
    return () => {
      left = true;
    };
  }, [pdf, page]);
  return size;
}

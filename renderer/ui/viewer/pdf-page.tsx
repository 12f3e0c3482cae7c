import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Document, Page } from 'react-pdf';
import 'react-pdf/dist/Page/TextLayer.css';
import { failure } from '#shared/domain/failure.ts';
import { densityOf, scaleOf } from './page-maths.ts';
import { Sheet } from './sheet.tsx';
import type { PageProps } from './sheet-types.ts';
import { patience, useEngine, usePageSize } from './use-pdf.ts';

const damaged = () => failure('FILE_MALFORMED', { why: 'damaged' });
const faultOf = (thrown: Error) =>
  thrown.name === 'PasswordException' ? failure('FILE_ENCRYPTED', {}) : damaged();

/** One page of a PDF, its words selectable. Links, forms and scripts of the file are not there. */
export function PdfPage(props: PageProps) {
  const { portfolioId, file, page, zoom, room, overlay, onPages, onDrawn, onFault } = props;
  const open = useEngine(portfolioId, file, onFault);
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const size = usePageSize(pdf, page, onFault);
  const [drawn, setDrawn] = useState(0);
  // Another function would have the words laid out anew, and whatever is selected lost.
  const told = useRef(onDrawn);
  told.current = onDrawn;
  const onWords = useCallback(() => told.current(), []);
  const waiting = open !== undefined && drawn !== page;
  // biome-ignore lint/correctness/useExhaustiveDependencies: who hears of the fault does not start the clock anew
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => onFault(failure('FILE_MALFORMED', { why: 'too-slow' })), patience);
    return () => clearTimeout(timer);
  }, [waiting, page]);

  if (open === undefined) return null;
  const scale = size === undefined ? 1 : scaleOf(zoom, size.width, room, 'point');
  return (
    <Document
      file={open.source}
      options={open.engine.options}
      loading={null}
      error={null}
      onLoadSuccess={(loaded) => {
        setPdf(loaded);
        onPages(loaded.numPages);
      }}
      onLoadError={(thrown) => onFault(faultOf(thrown))}
      onPassword={() => onFault(failure('FILE_ENCRYPTED', {}))}
    >
      {size === undefined ? null : (
        <Sheet
          unit="point"
          place={{ ...size, scale }}
          overlay={size.page === page && drawn === page ? overlay : undefined}
        >
          <Page
            pageNumber={page}
            scale={scale}
            devicePixelRatio={densityOf(size.width, size.height, scale, window.devicePixelRatio)}
            renderAnnotationLayer={false}
            loading={null}
            error={null}
            onLoadError={() => onFault(damaged())}
            onRenderSuccess={() => setDrawn(page)}
            onRenderError={() => onFault(damaged())}
            onRenderTextLayerSuccess={onWords}
          />
        </Sheet>
      )}
    </Document>
  );
}

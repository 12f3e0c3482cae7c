import { PDFWorker } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

const data = (folder: string) => `${location.origin}/pdf/${folder}/`;

/**
 * What pdf.js may do with somebody's file: draw it. No code made from it, no forms that compute, no fonts of this
 * computer; character maps and fonts come with the build, and its decoder of JPEG 2000 is the one in plain JavaScript,
 * since the page's policy lets no other program in.
 */
const careful = {
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  useWasm: false,
  maxImageSize: 100_000_000,
  cMapUrl: data('cmaps'),
  standardFontDataUrl: data('standard_fonts'),
  wasmUrl: data('wasm'),
  verbosity: 0, // what it says of a file is nobody's business
} as const;

export type PdfEngine = {
  /** For react-pdf. The same object each time, or the file would be opened again. */
  readonly options: typeof careful & { readonly worker: PDFWorker };
  /** Ends the thread at once, whatever it is doing. */
  readonly close: () => void;
};

/** A thread of its own for one file, so that one that hangs can be ended. Never the page's own thread. */
export function openEngine(onLost: () => void): PdfEngine {
  const port = new Worker(workerUrl, { type: 'module' });
  port.addEventListener('error', onLost);
  const worker = PDFWorker.create({ port, verbosity: careful.verbosity });
  return {
    options: { ...careful, worker },
    close: () => {
      worker.destroy();
      port.terminate();
    },
  };
}

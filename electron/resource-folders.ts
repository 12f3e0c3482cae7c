import path from 'node:path';

/** Real files the app reads while running. */
export type ResourceFolders = {
  /** Report templates, read by the native layout engine: never inside the archive. */
  readonly templates: string;
  /** Fonts for reports, likewise. */
  readonly fonts: string;
  /** The page's files and their list, `files.json`. */
  readonly renderer: string;
  /** The program of the thread that opens attached files. */
  readonly documentWorker: string;
  /** The program of the thread that makes PDFs to hand over. */
  readonly reportWorker: string;
  /** The program of the thread that reads spreadsheets, bibliographies and e-mails. */
  readonly intakeWorker: string;
  /** pdf.js's character maps, fonts and decoders: plain files as well. */
  readonly pdfData: string;
  /** The program that finds QR codes. */
  readonly codesProgram: string;
};

const packagedResources = (): string | undefined =>
  'resourcesPath' in process && typeof process.resourcesPath === 'string' ? process.resourcesPath : undefined;

/**
 * Finds the resources of the three layouts this code runs in: built (`out/main/*.js`), packaged (the same inside
 * `app.asar`, with templates and fonts beside it as plain files) and source (`electron/*.ts`, in tests).
 *
 * @param here the folder of the running module
 * @param resources Electron's resources folder, where there is one
 */
export function resourceFolders(
  here: string = import.meta.dirname,
  resources: string | undefined = packagedResources(),
): ResourceFolders {
  const { join, dirname, basename, sep } = here.includes('\\') ? path.win32 : path.posix;
  if (basename(here) !== 'main') {
    const root = dirname(here);
    return {
      templates: join(root, 'electron', 'reports', 'templates'),
      fonts: join(root, 'build', 'fonts'),
      renderer: join(root, 'out', 'renderer'),
      // Plain Node runs no sources: whoever runs these has the thread's program built there.
      documentWorker: join(root, '.cache', 'documents', 'document-worker.mjs'),
      reportWorker: join(root, '.cache', 'documents', 'report-worker.mjs'),
      intakeWorker: join(root, '.cache', 'documents', 'intake-worker.mjs'),
      pdfData: join(root, 'node_modules', 'pdfjs-dist'),
      codesProgram: join(root, 'node_modules', 'zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm'),
    };
  }
  const out = dirname(here);
  const archived = here.split(sep).includes('app.asar');
  const plain = archived && resources !== undefined ? resources : out;
  return {
    templates: join(plain, 'templates'),
    fonts: join(plain, 'fonts'),
    renderer: join(out, 'renderer'),
    documentWorker: join(here, 'document-worker.js'),
    reportWorker: join(here, 'report-worker.js'),
    intakeWorker: join(here, 'intake-worker.js'),
    pdfData: join(plain, 'documents'),
    codesProgram: join(plain, 'documents', 'zxing_reader.wasm'),
  };
}

import { join, resolve } from 'node:path';
import { createDocuments } from '#electron/documents/documents.ts';
import { resourceFolders } from '#electron/resource-folders.ts';
import type { DocumentFile } from '#electron/services/ports/documents.ts';

const folders = resourceFolders(join(resolve(import.meta.dirname, '../../..'), 'electron'));

/** The real threads over the sources' own build of their program. @param timeLimit milliseconds */
export const startDocuments = (timeLimit?: number) =>
  createDocuments({
    worker: folders.documentWorker,
    data: { pdf: folders.pdfData, codes: folders.codesProgram },
    ...(timeLimit === undefined ? {} : { timeLimit }),
  });

/** A file for the port, in memory of its own. */
export const fileOf = (bytes: Uint8Array | string, name = 'file'): DocumentFile => ({
  bytes: new Uint8Array(typeof bytes === 'string' ? Buffer.from(bytes) : bytes),
  name,
});

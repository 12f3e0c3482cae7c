import {
  EncryptedPDFError,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFRef,
  StandardFonts,
} from '@cantoo/pdf-lib';
import type { BoundPart } from '#electron/services/ports/bindery.ts';
import { addOutline, type Bookmark } from './outline.ts';
import { addPicturePage } from './picture-page.ts';
import { stampFoot } from './stamp.ts';

/** The standard fonts draw no more than this; marks are codes and numbers. */
const plain = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '?');

/** Things of a page that belong to the file it came from, run something, or say what nobody sees. */
const leftBehind = ['AA', 'B', 'StructParents', 'Metadata', 'PieceInfo', 'LastModified', 'Tabs'];

const isSigned = (source: PDFDocument): boolean =>
  source.context
    .enumerateIndirectObjects()
    .some(
      ([, object]) =>
        object instanceof PDFDict &&
        object.has(PDFName.of('ByteRange')) &&
        object.has(PDFName.of('Contents')),
    );

/** Read strictly, a locked file looks like a damaged one. */
async function isEncrypted(bytes: Uint8Array): Promise<boolean> {
  try {
    await PDFDocument.load(bytes, { updateMetadata: false });
    return false;
  } catch (fault) {
    return fault instanceof EncryptedPDFError;
  }
}

/** Reads a PDF and draws its form's answers into its pages: they would be lost with the form. */
async function openPdf(
  bytes: Uint8Array,
  copySigned: boolean,
): Promise<PDFDocument | 'encrypted' | 'malformed' | 'signed'> {
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    if (source.getPageCount() === 0) return 'malformed';
    if (isSigned(source) && !copySigned) return 'signed';
    if (source.catalog.has(PDFName.of('AcroForm'))) source.getForm().flatten();
    return source;
  } catch {
    return (await isEncrypted(bytes)) ? 'encrypted' : 'malformed';
  }
}

/** One PDF that grows file by file. A file that cannot be joined leaves no trace in it. */
export async function createBinding(title: string, on: string) {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const bookmarks: Bookmark[] = [];
  const stamps: { readonly mark: string; readonly page: number; readonly of: number }[] = [];

  const join = async (mediaType: string, bytes: Uint8Array, copySigned: boolean): Promise<BoundPart> => {
    const from = pdf.getPageCount() + 1;
    if (mediaType !== 'application/pdf') {
      const drawn = await addPicturePage(pdf, mediaType, bytes).catch(() => false);
      return drawn ? { from, pages: 1 } : { why: 'malformed' };
    }
    const source = await openPdf(bytes, copySigned);
    if (typeof source === 'string') return { why: source };
    try {
      const pages = await pdf.copyPages(source, source.getPageIndices());
      for (const page of pages) {
        for (const name of leftBehind) page.node.delete(PDFName.of(name));
        pdf.addPage(page);
      }
      return { from, pages: pages.length };
    } catch {
      while (pdf.getPageCount() >= from) pdf.removePage(pdf.getPageCount() - 1);
      return { why: 'malformed' };
    }
  };

  const refOf = (page: number): PDFRef => pdf.getPage(page - 1).ref;

  return {
    add: async (part: {
      readonly title: string;
      readonly mark: string;
      readonly mediaType: string;
      readonly copySigned: boolean;
      readonly bytes: Uint8Array;
    }): Promise<BoundPart> => {
      const bound = await join(part.mediaType, part.bytes, part.copySigned);
      if ('why' in bound) return bound;
      bookmarks.push({ title: part.title, page: refOf(bound.from) });
      for (let page = 1; page <= bound.pages; page += 1)
        stamps.push({ mark: part.mark, page, of: bound.pages });
      return bound;
    },
    finish: async () => {
      const pages = pdf.getPageCount();
      if (pages === 0) return { pdf: null, pages };
      for (const [at, { mark, page, of }] of stamps.entries()) {
        stampFoot(
          pdf.getPage(at),
          plain(`${mark}, page ${page} of ${of}    |    ${at + 1} of ${pages}`),
          font,
        );
      }
      addOutline(pdf, bookmarks);
      const moment = new Date(`${on}T12:00:00Z`);
      pdf.setTitle(title, { showInWindowTitleBar: true });
      pdf.setProducer('Waymark');
      pdf.setCreator('Waymark');
      pdf.setCreationDate(moment);
      pdf.setModificationDate(moment);
      return { pdf: new Uint8Array(await pdf.save()), pages };
    },
  };
}
export type Binding = Awaited<ReturnType<typeof createBinding>>;

import type { CvDocument } from '#shared/domain/cv/document.ts';
import type { Listing } from '#shared/domain/listing.ts';
import type { BriefBook } from '#shared/domain/panel/brief-book.ts';
import { createPress } from './compiler.ts';
import { fontFamilies, loadFonts } from './fonts.ts';
import type { ReportFolders } from './layout.ts';
import { createPapers } from './papers.ts';
import { printable } from './printable.ts';

/**
 * Lays out documents of headings and tables, and CVs, as PDF/A with one compiler: reading the fonts costs more than most
 * documents. Throws when a font or a template is missing.
 */
export async function createPrinting({ fontFolder, templateFolder }: ReportFolders) {
  const fonts = await loadFonts(fontFolder);
  const press = await createPress(templateFolder, fonts.files);
  const printed = (main: string, given: object): Uint8Array => {
    const compiler = press(main);
    const { data } = printable(given, fonts.families);
    const pdf = compiler.pdf({ print: JSON.stringify({ ...data, fonts: fontFamilies }) });
    compiler.forget();
    return pdf;
  };
  const { paper } = createPapers(press, fonts);
  return {
    listing: (listing: Listing) => printed('listing.typ', { listing }),
    paper,
    briefs: (book: BriefBook) => printed('brief.typ', { book }),
    cv: (cv: CvDocument) => printed('cv.typ', { cv }),
  };
}

import type { LogoFile } from '#electron/services/ports/reporting.ts';
import type { CvDocument } from '#shared/domain/cv/document.ts';
import type { Listing } from '#shared/domain/listing.ts';
import type { ProgrammePaper } from '#shared/domain/programme/papers.ts';
import { createPress, type Picture } from './compiler.ts';
import { fontFamilies, loadFonts } from './fonts.ts';
import type { ReportFolders } from './layout.ts';
import { drawnLogo } from './logo.ts';
import { printable } from './printable.ts';

/**
 * Lays out documents of headings and tables, and CVs, as PDF/A with one compiler: reading the fonts costs more than most
 * documents. Throws when a font or a template is missing.
 */
export async function createPrinting({ fontFolder, templateFolder }: ReportFolders) {
  const fonts = await loadFonts(fontFolder);
  const press = await createPress(templateFolder, fonts.files);
  const printed = (main: string, given: object, pictures: readonly Picture[] = []): Uint8Array => {
    const compiler = press(main);
    const { data } = printable(given, fonts.families);
    const pdf = compiler.pdf({ print: JSON.stringify({ ...data, fonts: fontFamilies }) }, pictures);
    compiler.forget();
    return pdf;
  };
  const paper = (given: ProgrammePaper, file: LogoFile | undefined): Uint8Array => {
    const { pictures, logo } = drawnLogo(file);
    return printed(`${given.kind}.typ`, { ...given, logo }, pictures);
  };
  return {
    listing: (listing: Listing) => printed('listing.typ', { listing }),
    paper,
    cv: (cv: CvDocument) => printed('cv.typ', { cv }),
  };
}

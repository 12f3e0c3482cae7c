import type { CvDocument } from '#shared/domain/cv/document.ts';
import { createCompiler } from '../compiler.ts';
import { fontFamilies, loadFonts } from '../fonts.ts';
import type { ReportFolders } from '../layout.ts';
import { printable } from '../printable.ts';

/** Lays out CVs as PDF/A. Throws when a font or the template is missing. */
export async function createCvPages({ fontFolder, templateFolder }: ReportFolders) {
  const fonts = await loadFonts(fontFolder);
  const compiler = await createCompiler(templateFolder, 'cv.typ', fonts.files);
  return (document: CvDocument): Uint8Array => {
    const { data } = printable({ cv: document }, fonts.families);
    const pdf = compiler.pdf({ print: JSON.stringify({ ...data, fonts: fontFamilies }) });
    compiler.forget();
    return pdf;
  };
}

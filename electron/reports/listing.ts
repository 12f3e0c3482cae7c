import type { Listing } from '#shared/domain/listing.ts';
import { createCompiler } from './compiler.ts';
import { fontFamilies, loadFonts } from './fonts.ts';
import type { ReportFolders } from './layout.ts';
import { printable } from './printable.ts';

/** Lays out documents of headings and tables. Throws when a font or the template is missing. */
export async function createListings({ fontFolder, templateFolder }: ReportFolders) {
  const fonts = await loadFonts(fontFolder);
  const compiler = await createCompiler(templateFolder, 'listing.typ', fonts.files);
  return (listing: Listing): Uint8Array => {
    const { data } = printable({ listing }, fonts.families);
    const pdf = compiler.pdf({ print: JSON.stringify({ ...data, fonts: fontFamilies }) });
    compiler.forget();
    return pdf;
  };
}

import type { Summaries } from '#electron/services/ports.ts';
import type { PackageSummary } from '#shared/domain/packages/summary.ts';
import { createCompiler } from './compiler.ts';
import { fontFamilies, loadFonts } from './fonts.ts';
import type { ReportFolders } from './layout.ts';
import { printable } from './printable.ts';

async function createLayout({ fontFolder, templateFolder }: ReportFolders) {
  const fonts = await loadFonts(fontFolder);
  const compiler = await createCompiler(templateFolder, 'package-summary.typ', fonts.files);
  return (summary: PackageSummary): Uint8Array => {
    const { data } = printable({ summary }, fonts.families);
    const pdf = compiler.pdf({ print: JSON.stringify({ ...data, fonts: fontFamilies }) });
    compiler.forget();
    return pdf;
  };
}

/** The readable summary of a package. Fonts and template are read for the first one. */
export function createSummaries(folders: ReportFolders): Summaries {
  let layout: ReturnType<typeof createLayout> | undefined;
  return {
    render: async (summary) => {
      layout ??= createLayout(folders);
      return (await layout)(summary);
    },
  };
}

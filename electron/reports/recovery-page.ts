import type { RecoveryPages } from '#electron/services/ports.ts';
import { createCompiler } from './compiler.ts';
import { fontFamilies, loadFonts } from './fonts.ts';
import type { ReportFolders } from './layout.ts';

const groupsOf = (code: string) => code.split('-');

/** The recovery page. Its compiler lives as long as one page, so that no code stays behind in its memory. */
export function createRecoveryPages(folders: ReportFolders): RecoveryPages {
  return {
    render: async ({ code, vault, madeAt }) => {
      const fonts = await loadFonts(folders.fontFolder);
      const compiler = await createCompiler(folders.templateFolder, 'recovery-page.typ', fonts.files);
      const print = JSON.stringify({ groups: groupsOf(code), vault, madeAt, fonts: fontFamilies });
      const pdf = Buffer.from(compiler.pdf({ print }));
      compiler.forget();
      const text = pdf.toString('base64');
      pdf.fill(0);
      return text;
    },
  };
}

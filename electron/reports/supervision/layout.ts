import type { SignatureField } from '#electron/services/ports.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { SupervisorReportModel } from '#shared/domain/supervision/report-model.ts';
import { createCompiler } from '../compiler.ts';
import { fontFamilies, loadFonts } from '../fonts.ts';
import type { LaidOutReport, ReportFolders } from '../layout.ts';
import { printable } from '../printable.ts';
import { signaturePlaces } from '../signature-places.ts';

/** Fonts and template are read once; every report after that is one compile. Throws when one is missing. */
export async function createSupervisorReportLayout(folders: ReportFolders) {
  const fonts = await loadFonts(folders.fontFolder);
  const compiler = await createCompiler(folders.templateFolder, 'supervisor-report.typ', fonts.files);
  return (model: SupervisorReportModel, signers: readonly SignatureField[]): LaidOutReport => {
    const { data, replaced } = printable({ model, signers }, fonts.families);
    const inputs = {
      print: JSON.stringify({ ...data, replaced: [...replaced.keys()], fonts: fontFamilies }),
      // Exactly what the fingerprint is taken of, but for the fingerprint itself; never the printable copy.
      report: canonicalJson(model),
    };
    const pdf = compiler.pdf(inputs);
    const fields = signaturePlaces(compiler.metadata(inputs, 'signature-place'), signers);
    compiler.forget();
    return { pdf, fields, replaced };
  };
}

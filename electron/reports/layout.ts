import { z } from 'zod';
import type { LogoFile } from '#electron/services/ports/reporting.ts';
import type { SignatureField } from '#electron/services/ports.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import { type Compiler, createCompiler, type TemplateInputs } from './compiler.ts';
import { fontFamilies, loadFonts, type ReportFonts } from './fonts.ts';
import { drawnLogo } from './logo.ts';
import { printable, type Replacements } from './printable.ts';
import { type SignaturePlace, signaturePlaces } from './signature-places.ts';

export type ReportFolders = { readonly fontFolder: string; readonly templateFolder: string };

export type LaidOutReport = {
  /** PDF/A-3a with `report.json` (the model's canonical JSON) embedded, and room for each signature. */
  readonly pdf: Uint8Array;
  /** Where each signer's field goes, in the order asked for. */
  readonly fields: readonly SignaturePlace[];
  /** Characters no font here can draw, printed by number. Empty for almost every report. */
  readonly replaced: Replacements;
};

export type ReportLayout = {
  readonly layOut: (
    model: ReportModel,
    signers: readonly SignatureField[],
    logo?: LogoFile,
  ) => Promise<LaidOutReport>;
  /** The template's inputs for a model, for measuring the bare compile of the same document. */
  readonly inputsFor: (
    model: ReportModel,
    signers: readonly SignatureField[],
  ) => { readonly inputs: TemplateInputs; readonly replaced: Replacements };
  readonly compiler: Compiler;
};

const signersSchema = z.array(
  z.strictObject({ fieldName: z.string(), signer: z.string(), role: z.string() }),
);

function inputsFor(
  model: ReportModel,
  signers: readonly SignatureField[],
  fonts: ReportFonts,
  logo: ReturnType<typeof drawnLogo>['logo'] = null,
) {
  const { data, replaced } = printable({ model, signers: signersSchema.parse(signers) }, fonts.families);
  return {
    replaced,
    inputs: {
      print: JSON.stringify({ ...data, replaced: [...replaced.keys()], fonts: fontFamilies, logo }),
      // Exactly what the fingerprint is taken of, but for the fingerprint itself; never the printable copy.
      report: canonicalJson(model),
    },
  };
}

/** Loads fonts and templates once; every report after that is one compile. Throws when a font or the template is missing. */
export async function createReportLayout(folders: ReportFolders): Promise<ReportLayout> {
  const fonts = await loadFonts(folders.fontFolder);
  const compiler = await createCompiler(folders.templateFolder, 'progress-report.typ', fonts.files);
  return {
    compiler,
    inputsFor: (model, signers) => inputsFor(model, signers, fonts),
    layOut: async (model, signers, file) => {
      const { pictures, logo } = drawnLogo(file);
      const { inputs, replaced } = inputsFor(model, signers, fonts, logo);
      const pdf = compiler.pdf(inputs, pictures);
      const fields = signaturePlaces(compiler.metadata(inputs, 'signature-place', pictures), signers);
      compiler.forget();
      return { pdf, fields, replaced };
    },
  };
}

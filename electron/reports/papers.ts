import type { LogoFile } from '#electron/services/ports/reporting.ts';
import { type PanelForm, type ProgrammePaper, panelFormCode } from '#shared/domain/programme/papers.ts';
import { shortReportOf, shortSizes } from '#shared/domain/programme/short-report.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import { printedCode } from '#shared/domain/supervision/request.ts';
import { codeSquares } from './code-squares.ts';
import type { Compiler, Picture } from './compiler.ts';
import { fontFamilies, type ReportFonts } from './fonts.ts';
import { drawnLogo } from './logo.ts';
import { printable } from './printable.ts';

/** Lays out the papers of a programme. */
export function createPapers(press: (main: string) => Compiler, fonts: ReportFonts) {
  const inputsOf = (given: object) => {
    const { data } = printable(given, fonts.families);
    return { print: JSON.stringify({ ...data, fonts: fontFamilies }) };
  };
  const pagesOf = (compiler: Compiler, given: object, pictures: readonly Picture[]): number => {
    const [pages] = compiler.metadata(inputsOf(given), 'pages', pictures);
    if (typeof pages !== 'number') throw new Error('report template: pages');
    return pages;
  };

  /** As much of the report as two pages hold. */
  const shortReport = (compiler: Compiler, model: ReportModel, file: LogoFile | undefined): Uint8Array => {
    const { pictures, logo } = drawnLogo(file);
    const sizes = shortSizes.map((size) => ({ short: shortReportOf(model, size), logo }));
    const given = sizes.find((one) => pagesOf(compiler, one, pictures) <= 2) ?? sizes.at(-1);
    if (given === undefined) throw new Error('no size of a short report');
    return compiler.pdf(inputsOf(given), pictures);
  };

  /** With a code on each page: how many there are is known once it was laid out without them. */
  const panelForm = (compiler: Compiler, form: PanelForm, file: LogoFile | undefined): Uint8Array => {
    const { pictures, logo } = drawnLogo(file);
    const { review } = form;
    const pages = review === null ? 0 : pagesOf(compiler, { form, logo, codes: [] }, pictures);
    const codes = Array.from({ length: pages }, (_, at) => codeSquares(panelFormCode(review ?? '', at + 1)));
    return compiler.pdf(inputsOf({ form, logo, codes }), pictures);
  };

  const paper = (given: ProgrammePaper, file: LogoFile | undefined): Uint8Array => {
    const compiler = press(`${given.kind}.typ`);
    try {
      if (given.kind === 'short-report') return shortReport(compiler, given.model, file);
      if (given.kind === 'panel-form') return panelForm(compiler, given.form, file);
      const { pictures, logo } = drawnLogo(file);
      const code =
        given.kind === 'sign-off-form' ? { squares: codeSquares(printedCode(given.form.code)) } : {};
      return compiler.pdf(inputsOf({ ...given, ...code, logo }), pictures);
    } finally {
      compiler.forget();
    }
  };
  return { paper };
}

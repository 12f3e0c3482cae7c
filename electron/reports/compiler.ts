import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What the template reads from `sys.inputs`: data only, never markup. */
export type TemplateInputs = Readonly<Record<string, string>>;

/** A picture the template may draw, by its name, for the one document. */
export type Picture = { readonly name: string; readonly bytes: Uint8Array };

/**
 * One template folder and one set of fonts, ready to lay out documents. Both functions compile; the second of two with
 * the same inputs costs next to nothing. No document is handed out: it would hold megabytes until a garbage collector
 * that cannot see them came round.
 */
export type Compiler = {
  /** PDF/A-3a, tagged. The same inputs give the same bytes. Throws on any template error. */
  readonly pdf: (inputs: TemplateInputs, pictures?: readonly Picture[]) => Uint8Array;
  /** The values of all `metadata` elements that carry the label, in reading order. */
  readonly metadata: (
    inputs: TemplateInputs,
    label: string,
    pictures?: readonly Picture[],
  ) => readonly unknown[];
  /** Lets go of results that were not used lately, so that memory stays flat over many reports. */
  readonly forget: () => void;
};

type Diagnostic = {
  readonly path?: string;
  readonly range?: { readonly start?: { readonly line?: number } };
  readonly message?: string;
};

/** What a template got wrong and where. Typst's messages can quote data: for a developer's eyes, not for a log. */
function faultsOf(compiler: NodeCompiler, error: Parameters<NodeCompiler['fetchDiagnostics']>[0]): string {
  const diagnostics: readonly Diagnostic[] = compiler.fetchDiagnostics(error);
  return diagnostics
    .map(
      ({ path = '', range, message = '' }) =>
        `${basename(path)}:${(range?.start?.line ?? -1) + 1} ${message}`,
    )
    .join('\n');
}

/** Prepares a compiler for one template. */
export const createCompiler = async (
  folder: string,
  main: string,
  fonts: readonly Uint8Array[],
): Promise<Compiler> => (await createPress(folder, fonts))(main);

/**
 * Prepares one compiler for any of the templates, which so share their fonts. Templates are read here and handed over as
 * text, so they may live inside an archive.
 * @param folder holds the `.typ` files.
 */
export async function createPress(
  folder: string,
  fonts: readonly Uint8Array[],
): Promise<(main: string) => Compiler> {
  const workspace = resolve(folder);
  const names = (await readdir(workspace)).filter((name) => name.endsWith('.typ'));
  const sources = await Promise.all(names.map((name) => readFile(join(workspace, name), 'utf8')));
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  });
  names.forEach((name, index) => {
    compiler.addSource(join(workspace, name), sources[index] ?? '');
  });
  return (main) => compilerOf(compiler, workspace, join(workspace, main));
}

function compilerOf(compiler: NodeCompiler, workspace: string, mainFilePath: string): Compiler {
  const withPictures = <T>(pictures: readonly Picture[], work: () => T): T => {
    for (const { name, bytes } of pictures) compiler.mapShadow(join(workspace, name), Buffer.from(bytes));
    try {
      return work();
    } finally {
      for (const { name } of pictures) compiler.unmapShadow(join(workspace, name));
    }
  };
  // The compiler's own exceptions say nothing; compiling once more tells what was wrong and where.
  const explained = <T>(inputs: TemplateInputs, work: () => T): T => {
    try {
      return work();
    } catch (thrown) {
      const error = compiler.compile({ mainFilePath, inputs }).takeError();
      const faults = error === null ? 'cannot be written as PDF/A-3a' : faultsOf(compiler, error);
      throw new Error(`report template: ${faults}`, { cause: thrown });
    }
  };
  return {
    pdf: (inputs, pictures = []) =>
      withPictures(pictures, () =>
        explained(inputs, () =>
          compiler.pdf({ mainFilePath, inputs }, { pdfStandard: 'a-3a', pdfTags: true }),
        ),
      ),
    metadata: (inputs, label, pictures = []) =>
      withPictures(pictures, () =>
        explained(inputs, () =>
          compiler.query({ mainFilePath, inputs }, { selector: `<${label}>`, field: 'value' }),
        ),
      ),
    forget: () => compiler.evictCache(4),
  };
}

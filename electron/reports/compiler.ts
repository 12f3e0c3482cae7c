import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';

/** One template folder and one set of fonts, ready to lay out documents. */
export type Compiler = {
  /** @param inputs what the template reads from `sys.inputs`; data only, never markup. Throws on any template error. */
  readonly compile: (inputs: Readonly<Record<string, string>>) => NodeTypstDocument;
  /** PDF/A-3a, tagged. The same document gives the same bytes. */
  readonly pdf: (document: NodeTypstDocument) => Uint8Array;
  /** The values of all `metadata` elements that carry the label, in reading order. */
  readonly metadata: (document: NodeTypstDocument, label: string) => readonly unknown[];
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

/**
 * Prepares a compiler. Templates are read here and handed over as text, so they may live inside an archive.
 * @param folder holds the `.typ` files, `main` among them.
 */
export async function createCompiler(
  folder: string,
  main: string,
  fonts: readonly Uint8Array[],
): Promise<Compiler> {
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
  const mainFilePath = join(workspace, main);
  return {
    compile: (inputs) => {
      const result = compiler.compile({ mainFilePath, inputs });
      const document = result.result;
      if (document !== null) return document;
      const error = result.takeError();
      throw new Error(`report template: ${error === null ? 'no document' : faultsOf(compiler, error)}`);
    },
    pdf: (document) => compiler.pdf(document, { pdfStandard: 'a-3a', pdfTags: true }),
    metadata: (document, label) => compiler.query(document, { selector: `<${label}>`, field: 'value' }),
    forget: () => compiler.evictCache(4),
  };
}

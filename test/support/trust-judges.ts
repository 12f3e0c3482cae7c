import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a tool wrote on both outputs, and its exit code. Fails where the tool is not installed. */
function run(
  tool: string,
  args: readonly string[],
): { readonly text: string; readonly stdout: string; readonly code: number | null } {
  const { stdout, stderr, status, error } = spawnSync(tool, args, { encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${tool} is needed for this test: ${error.message}`);
  return { text: `${stdout}\n${stderr}`, stdout, code: status };
}

function withFiles<T>(
  files: Readonly<Record<string, Uint8Array | string>>,
  use: (at: (name: string) => string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-trust-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return use((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const pdfsig = (pdf: Uint8Array) =>
  withFiles({ 'a.pdf': pdf }, (at) => run('pdfsig', ['-nocert', at('a.pdf')])).text;
/** What an independent reader finds in the QR codes of a picture (PNG), one a line. */
export const qrCodesIn = (png: Uint8Array) =>
  withFiles({ 'a.png': png }, (at) =>
    run('zbarimg', ['--raw', '--quiet', '-Sdisable', '-Sqrcode.enable', at('a.png')]),
  ).stdout.trim();
export const qpdfCheck = (pdf: Uint8Array) =>
  withFiles({ 'a.pdf': pdf }, (at) => run('qpdf', ['--check', at('a.pdf')]));
export const qpdfJson = (pdf: Uint8Array) =>
  withFiles({ 'a.pdf': pdf }, (at) => run('qpdf', ['--json', '--json-key=qpdf', at('a.pdf')])).text;
export const mutoolSignatures = (pdf: Uint8Array) =>
  withFiles({ 'a.pdf': pdf }, (at) => run('mutool', ['sign', '-v', at('a.pdf')])).text;
export const structure = (pdf: Uint8Array) =>
  withFiles({ 'a.pdf': pdf }, (at) =>
    execFileSync('pdfinfo', ['-struct', at('a.pdf')], { encoding: 'utf8', stdio: 'pipe' }),
  );
export const detached = (pdf: Uint8Array): Buffer =>
  withFiles({ 'a.pdf': pdf }, (at) => {
    execFileSync('pdfdetach', ['-save', '1', '-o', at('out'), at('a.pdf')]);
    return execFileSync('cat', [at('out')]);
  });

/** Each signature's hole and end, in file order, by the tests' own search. */
export function rangesOf(pdf: Uint8Array) {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)].map((match) => {
    const [gapStart = 0, gapEnd = 0, rest = 0] = match.slice(1).map(Number);
    return { gapStart, gapEnd, end: gapEnd + rest };
  });
}

/** `openssl cms -verify -cades` over the nth signature, trusting only this root. */
export function opensslVerify(pdf: Uint8Array, index: number, rootPem: string) {
  const range = rangesOf(pdf)[index];
  if (range === undefined) throw new Error('no such signature');
  const hex = Buffer.from(pdf.subarray(range.gapStart + 1, range.gapEnd - 1)).toString('latin1');
  const content = Buffer.concat([pdf.subarray(0, range.gapStart), pdf.subarray(range.gapEnd, range.end)]);
  return withFiles({ 'a.p7': Buffer.from(hex, 'hex'), 'a.bin': content, 'root.pem': rootPem }, (at) =>
    run('openssl', [
      ...[
        'cms',
        '-verify',
        '-binary',
        '-cades',
        '-inform',
        'DER',
        '-in',
        at('a.p7'),
        '-content',
        at('a.bin'),
      ],
      ...['-CAfile', at('root.pem'), '-purpose', 'any', '-out', at('out')],
    ]),
  );
}

export const opensslText = (pem: string) =>
  withFiles({ 'a.pem': pem }, (at) =>
    run('openssl', ['x509', '-in', at('a.pem'), '-noout', '-text', '-nameopt', 'utf8,sep_multiline']),
  ).text;
export const opensslChain = (leaf: string, root: string) =>
  withFiles({ 'leaf.pem': leaf, 'root.pem': root }, (at) =>
    run('openssl', ['verify', '-x509_strict', '-CAfile', at('root.pem'), at('leaf.pem')]),
  );

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a tool on the PDF in a folder of its own; `$pdf` in the arguments stands for the file. */
async function judge<T>(pdf: Uint8Array, use: (call: Call, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-report-'));
  const file = join(folder, 'report.pdf');
  await writeFile(file, pdf);
  const call: Call = async (tool, ...given) => {
    const { stdout } = await run(
      tool,
      given.map((word) => (word === '$pdf' ? file : word)),
      {
        cwd: folder,
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return stdout;
  };
  try {
    return await use(call, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
type Call = (tool: string, ...given: string[]) => Promise<string>;

/** What `pdfinfo` says, by its own labels. */
export const infoOf = (pdf: Uint8Array) =>
  judge(pdf, async (call) => {
    const lines = (await call('pdfinfo', '$pdf')).split('\n');
    return new Map(
      lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    );
  });

/** The structure tree with its text, as `pdfinfo -struct-text` prints it: takes it seconds, so ask once per file. */
export const structureOf = (pdf: Uint8Array) => judge(pdf, (call) => call('pdfinfo', '-struct-text', '$pdf'));

/** All text of a structure tree in reading order, without any white space. */
export function taggedText(structure: string): string {
  const quoted = structure.split('\n').flatMap((line) => /^\s*"(.*)"\s*$/.exec(line)?.[1] ?? []);
  return quoted.join('').replace(/\s/g, '');
}

export const textOf = (pdf: Uint8Array) =>
  judge(pdf, (call) => call('pdftotext', '-enc', 'UTF-8', '$pdf', '-'));

/** Every page as a PNG, at the resolution of an office scanner. */
export const drawnPages = (pdf: Uint8Array) =>
  judge(pdf, async (call, folder) => {
    await call('pdftoppm', '-r', '150', '-png', '$pdf', join(folder, 'page'));
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    return Promise.all(names.map((name) => readFile(join(folder, name))));
  });

/** Fails (rejects) when qpdf finds a fault or has a warning. */
export const checkedByQpdf = (pdf: Uint8Array) => judge(pdf, (call) => call('qpdf', '--check', '$pdf'));

/** Each font of the file: name, and whether it is embedded and mapped to Unicode. */
export const fontsOf = (pdf: Uint8Array) =>
  judge(pdf, async (call) => {
    const lines = (await call('pdffonts', '$pdf')).trim().split('\n').slice(2);
    return lines.map((line) => {
      const [, name = '', embedded, , unicode] =
        /^(\S+)\s+.*?\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line) ?? [];
      return { name, embedded: embedded === 'yes', unicode: unicode === 'yes' };
    });
  });

/** The bytes of the embedded `report.json`. */
export const attachedReport = (pdf: Uint8Array) =>
  judge(pdf, async (call, folder) => {
    await call('pdfdetach', '-save', '1', '-o', join(folder, 'out.json'), '$pdf');
    return {
      list: await call('pdfdetach', '-list', '$pdf'),
      bytes: await readFile(join(folder, 'out.json')),
    };
  });

/** The file with its streams opened, for looking at dictionaries and metadata. */
export const openedByQpdf = (pdf: Uint8Array) =>
  judge(pdf, async (call, folder) => {
    await call('qpdf', '--qdf', '--object-streams=disable', '$pdf', join(folder, 'open.pdf'));
    return (await readFile(join(folder, 'open.pdf'))).toString('latin1');
  });

/** Words whose box reaches out of the page's text area (A4, 21 mm margins, a point of grace), by `pdftotext -bbox`. */
export const wordsOutside = (pdf: Uint8Array) =>
  judge(pdf, async (call) => {
    const boxes = await call('pdftotext', '-bbox', '$pdf', '-');
    const words = boxes.matchAll(
      /<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="[\d.-]+">(.*)<\/word>/g,
    );
    return [...words].flatMap(([, left, right, word]) =>
      Number(left) < 58.5 || Number(right) > 537 ? [`${word} ${left} ${right}`] : [],
    );
  });

/** The text MuPDF finds on the pages. Unlike poppler's it loses nothing after a letter with several marks. */
export const drawnText = (pdf: Uint8Array) =>
  judge(pdf, (call) => call('mutool', 'draw', '-q', '-F', 'txt', '$pdf'));

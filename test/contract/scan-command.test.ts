import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanCommand } from '#electron/commands/scan.ts';

describe('scan, on the command line', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-scan-'));
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    pdf.addPage([595, 842]).drawText('Clinic letter', { x: 72, y: 770, size: 12, font });
    pdf.addPage([595, 842]).drawText('NHS number 943 476 5919', { x: 72, y: 740, size: 12, font });
    pdf.addPage([595, 842]);
    const word = new Document({
      creator: 'secretary.jones@nhs.net',
      sections: [{ children: [new Paragraph('Notes')] }],
    });
    await writeFile(join(folder, 'letter.pdf'), await pdf.save());
    await writeFile(join(folder, 'notes.docx'), await Packer.toBuffer(word));
    await writeFile(join(folder, 'plain.txt'), 'Ward round notes.');
    await writeFile(join(folder, 'Janet_Smith_letter.txt'), 'Ward round notes.');
    await writeFile(join(folder, 'broken.pdf'), '%PDF-1.7 nothing of the kind');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = async (...args: readonly string[]) => {
    const lines: string[] = [];
    const write = (text: string) => void lines.push(text);
    const code = await scanCommand(
      args.map((arg) => (arg.startsWith('--') ? arg : join(folder, arg))),
      { line: write, note: write, fault: write },
    );
    return { code, said: lines.join('\n') };
  };

  it('says what stands where, and ends with 1', async () => {
    const { code, said } = await run('letter.pdf');
    expect(code).toBe(1);
    expect(said).toContain('page 2: NHS number (high) “943 476 5919”');
    expect(said).toContain('check digit');
    expect(said).toContain('page 3 of 3');
    expect(said).toContain('You must check every page');
  });

  it('gives scripts the file, page, rule and span, of hidden content too', async () => {
    const { code, said } = await run('letter.pdf', 'notes.docx', '--json');
    expect(code).toBe(1);
    const { files } = JSON.parse(said) as { files: { hits: Record<string, unknown>[] }[] };
    expect(files[0]?.hits).toEqual([
      expect.objectContaining({ rule: 'nhs-number', page: 2, start: 11, end: 23, text: '943 476 5919' }),
    ]);
    expect(files[1]?.hits).toContainEqual(
      expect.objectContaining({
        rule: 'email',
        where: 'hidden',
        what: 'metadata',
        text: 'secretary.jones@nhs.net',
      }),
    );
  });

  it('finds names in the names of files', async () => {
    const { code, said } = await run('Janet_Smith_letter.txt');
    expect(code).toBe(1);
    expect(said).toContain('file name: Name (medium) “Janet_Smith”');
  });

  it('ends with 0 where nothing obvious was found, in these words', async () => {
    const { code, said } = await run('plain.txt');
    expect(code).toBe(0);
    expect(said).toContain('No obvious identifiers found; you must check every page.');
  });

  it('ends with 2 where a file could not be read, and still looks through the others', async () => {
    const { code, said } = await run('broken.pdf', 'absent.pdf', 'letter.pdf');
    expect(code).toBe(2);
    expect(said).toContain('It is damaged');
    expect(said).toContain('There is no such file');
    expect(said).toContain('943 476 5919');
  });

  it('needs a file', async () => {
    await expect(scanCommand([], { line: () => {}, note: () => {}, fault: () => {} })).rejects.toThrow(
      'scan FILE',
    );
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UploadIntake } from '#electron/services/ports.ts';
import type { ImportSource } from '#shared/contract/intake.ts';
import type { Attachment } from '#shared/domain/evidence.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { type Flaw, type Messy, messyFiles, messyPortfolio } from '#test/support/intake/messy.ts';
import { xlsx } from '#test/support/intake/xlsx.ts';

const nobody = crypto.randomUUID();
const bytes = (text: string) => new TextEncoder().encode(text);

/** A large file, in pieces as the page sends them. */
async function uploadedZeros({ app }: AppUnderTest, size: number): Promise<string> {
  const uploads = app.ports.uploads as unknown as UploadIntake;
  const id = await uploads.begin(size);
  const piece = new Uint8Array(1024 ** 2);
  for (let at = 0; at < size; at += piece.length) await uploads.append(id, at, piece);
  await uploads.finish(id, createHash('sha256').update(new Uint8Array(size)).digest('hex'));
  return id;
}

/** What each flaw of the messy spreadsheet must be told as. */
const told: Readonly<Record<Exclude<Flaw, 'twin'>, readonly [state: string, code: string]>> = {
  'no title': ['bad', 'no-title'],
  'American date': ['bad', 'date-unreadable'],
  'unknown type': ['draft', 'type-unknown'],
  'unknown code': ['draft', 'capability-unknown'],
  'missing file': ['draft', 'file-missing'],
  'half verified': ['draft', 'verification-incomplete'],
};

describe.each(transports)('evidence brought in, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  let messy: Messy;
  beforeAll(async () => {
    messy = await messyPortfolio();
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());

  const sent = async (name: string, content: Uint8Array<ArrayBuffer>) => ({
    name,
    uploadId: await upload(under, content),
  });
  const total = async () =>
    (await under.client.coverage.map({ portfolioId })).items +
    (await under.client.intake.drafts({ portfolioId })).rows.length;

  it('a messy spreadsheet of 200 rows and 150 files comes in, and goes again in one step', async () => {
    const { intake, files, history, evidence } = under.client;
    expect(messy.files).toHaveLength(messyFiles);
    const kept: Attachment[] = [];
    for (const { name, bytes: content } of messy.files)
      kept.push(await files.keep({ portfolioId, name, uploadId: await upload(under, content) }));
    const file = await sent('evidence.csv', bytes(messy.csv));
    const table = await intake.readTable({ file, sheet: null });
    expect(table).toMatchObject({ rows: 200, remembered: false, sheets: [''] });
    expect(table.columns).toEqual([
      null,
      'title',
      'type',
      'startedOn',
      'endedOn',
      'place',
      'hours',
      'capabilities',
      'reflection',
      'files',
      'verifiedBy',
      'verifiedOn',
      'verifiedAt',
    ]);
    const source: ImportSource = { kind: 'spreadsheet', file, sheet: null, columns: table.columns };
    const { rows } = await intake.preview({ portfolioId, source, files: kept });
    expect(rows).toHaveLength(200);
    for (const row of rows) {
      const flaw = messy.flaws.get(row.row);
      if (flaw === 'twin') expect(row.sameAsRow).toBe(row.row - 1);
      else if (flaw === undefined) expect([row.row, row.state, row.problems]).toEqual([row.row, 'good', []]);
      else
        expect([row.row, row.state, row.problems.map(({ code }) => code)]).toEqual([
          row.row,
          told[flaw][0],
          expect.arrayContaining([told[flaw][1]]),
        ]);
    }
    const chosen = rows
      .filter(({ state, sameAsRow }) => state !== 'bad' && sameAsRow === null)
      .map(({ row }) => row);
    const before = await total();
    const result = await intake.importRows({ portfolioId, source, files: kept, rows: chosen });
    expect(result).toEqual({
      added: chosen.length,
      drafts: rows.filter(({ row, state }) => state === 'draft' && chosen.includes(row)).length,
    });
    expect(await total()).toBe(before + chosen.length);
    const { ids } = await evidence.ids({
      portfolioId,
      filter: { text: '', types: [], capability: null, verified: null, trash: false },
      sort: { by: 'startedOn', direction: 'ascending' },
    });
    const first = await evidence.get({ portfolioId, id: ids[0] ?? '' });
    expect(first).toMatchObject({
      type: 'audit',
      title: 'Sepsis bundle audit, no. 1',
      startedOn: '2021-01-04',
      endedOn: '2021-01-07',
      hours: 2,
      place: 'Northmoor General (invented)',
      reflection: 'Went well, "mostly".\nWould do the same again.',
      verification: {
        by: 'Dr Ada Obi (invented)',
        on: '2021-01-04',
        institution: 'Northmoor General (invented)',
      },
    });
    expect(first.attachments.map(({ name }) => name)).toEqual(['2021-01-04 Sepsis bundle audit.pdf']);

    // The same again: how it was matched is known, and every row is there already.
    expect((await under.client.yourData.show()).matchings).toBe(1);
    expect(await intake.readTable({ file, sheet: null })).toMatchObject({
      remembered: true,
      columns: table.columns,
    });
    const again = await intake.preview({ portfolioId, source, files: kept });
    expect(again.rows.filter(({ row, present }) => chosen.includes(row) && present.length === 0)).toEqual([]);

    const { undo } = await history.undoState({ portfolioId });
    expect(undo).toMatchObject({ action: 'evidence.import-spreadsheet', count: chosen.length });
    await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
    expect(await total()).toBe(before);
  });

  it('columns can be matched by hand, answers of a type’s own too, from a sheet that is chosen', async () => {
    const { intake } = under.client;
    const book = await xlsx({
      Notes: [['x'], ['y']],
      Log: [
        ['Wann', 'Was', 'Number of cases'],
        [{ date: '2024-02-01' }, 'Ward log', 42],
        [{ date: '2024-03-01' }, 'Clinic log', ''],
      ],
    });
    const file = await sent('log.xlsx', book);
    const table = await intake.readTable({ file, sheet: 'Log' });
    expect(table.columns).toEqual([null, null, 'detail.cases']);
    const columns = ['startedOn', 'title', 'detail.cases'] as const;
    const source = { kind: 'spreadsheet', file, sheet: 'Log', columns: [...columns] } as const;
    const { rows } = await intake.preview({ portfolioId, source, files: [] });
    expect(rows.map(({ row, state, problems }) => [row, state, problems.map(({ code }) => code)])).toEqual([
      [2, 'draft', ['no-type']],
      [3, 'draft', ['no-type']],
    ]);
    expect(await refusal(intake.importRows({ portfolioId, source, files: [], rows: [2, 99] }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['rows', 99], code: 'no-such-row' }] },
    });
    const twice = { ...source, columns: ['startedOn', 'title', 'title'] as const };
    expect(
      await refusal(
        intake.preview({ portfolioId, source: { ...twice, columns: [...twice.columns] }, files: [] }),
      ),
    ).toMatchObject({ code: 'INVALID' });
    const bad = { ...source, columns: [null, 'title', null] as const };
    expect(
      await refusal(
        intake.importRows({
          portfolioId,
          source: { ...bad, columns: [...bad.columns] },
          files: [],
          rows: [2],
        }),
      ),
    ).toEqual({ code: 'INVALID', data: { issues: [{ path: ['rows', 2], code: 'bad-row' }] } });
  });

  it('rows that cannot come in are given back with what is wrong, and come in once mended', async () => {
    const { intake } = under.client;
    const file = await sent(
      'left.csv',
      bytes('Was,Type,Wann\r\nGood,Audit,2024-01-02\r\n=1+1,Audit,04/24/2021\r\n'),
    );
    const columns = ['title', 'type', 'startedOn'] as const;
    const source = { kind: 'spreadsheet', file, sheet: null, columns: [...columns] } as const;
    const { rows } = await intake.preview({ portfolioId, source, files: [] });
    expect(rows.map(({ state }) => state)).toEqual(['good', 'bad']);
    await intake.importRows({ portfolioId, source, files: [], rows: [2] });
    const { csv } = await intake.leftRows({ file, sheet: null, rows: [{ row: 3, note: 'Wann: no date' }] });
    // What somebody wrote is no formula there.
    expect(csv).toBe("\uFEFFWas,Type,Wann,What is wrong\r\n'=1+1,Audit,04/24/2021,Wann: no date\r\n");
    // Mended, it is the same spreadsheet: how it was matched is known.
    const mended = await sent('left.csv', bytes(csv.replace('04/24/2021', '24/04/2021')));
    const table = await intake.readTable({ file: mended, sheet: null });
    expect(table).toMatchObject({ remembered: true, columns: [...columns, null] });
    const next = await intake.preview({
      portfolioId,
      source: { ...source, file: mended, columns: table.columns },
      files: [],
    });
    expect(next.rows).toMatchObject([{ state: 'good', title: '=1+1', startedOn: '2021-04-24' }]);
    expect(await refusal(intake.leftRows({ file, sheet: null, rows: [{ row: 9, note: '' }] }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['rows', 9], code: 'no-such-row' }] },
    });
  });

  it('publications come in as research, and one that is there is known by its DOI', async () => {
    const { intake, evidence } = under.client;
    const bib =
      '@article{a, title={One}, year=2020, month=may, day=1, doi={10.1000/one}}\n@article{b, title={Two}, year=2021}';
    const files = [await sent('papers.bib', bytes(bib))];
    const source = { kind: 'publications', files } as const;
    const item = {
      ...testItem,
      type: 'research',
      hours: null,
      details: { doi: 'https://doi.org/10.1000/ONE' },
    } as const;
    const { id } = await evidence.create({ portfolioId, item: { ...item, title: 'Otherwise called' } });
    const { rows } = await intake.preview({
      portfolioId,
      source: { ...source, files: [...files] },
      files: [],
    });
    expect(rows.map(({ title, state, present }) => [title, state, present.map((one) => one.id)])).toEqual([
      ['One', 'good', [id]],
      ['Two', 'good', []],
    ]);
    expect(
      await intake.importRows({
        portfolioId,
        source: { ...source, files: [...files] },
        files: [],
        rows: [2],
      }),
    ).toEqual({ added: 1, drafts: 0 });
  });

  it('e-mails come in with what was attached to them', async () => {
    const { intake, evidence, history } = under.client;
    const text = [
      'From: "Sister Zoe Hale (invented)" <zoe@ward.invalid>',
      'Subject: Thank you',
      'Date: Tue, 05 Mar 2024 09:30:00 +0000',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'For the teaching.',
      '--b',
      'Content-Type: text/csv',
      'Content-Disposition: attachment; filename="scores.csv"',
      '',
      'a,b',
      '--b--',
    ].join('\r\n');
    const files = [await sent('thanks.eml', bytes(text))];
    const source: ImportSource = { kind: 'messages', files, as: 'correspondence' };
    const { rows } = await intake.preview({ portfolioId, source, files: [] });
    expect(rows).toMatchObject([
      { row: 1, state: 'good', title: 'Thank you', files: ['thanks.eml', 'scores.csv'] },
    ]);
    await intake.importRows({ portfolioId, source, files: [], rows: [1] });
    const { undo } = await history.undoState({ portfolioId });
    const item = await evidence.get({ portfolioId, id: undo?.subject?.id ?? '' });
    expect(item).toMatchObject({
      type: 'correspondence',
      startedOn: '2024-03-05',
      details: { from: 'Sister Zoe Hale (invented) <zoe@ward.invalid>', about: 'For the teaching.' },
    });
    expect(item.attachments.map(({ name }) => name)).toEqual(['thanks.eml', 'scores.csv']);
    const again = await intake.preview({ portfolioId, source: { ...source, as: 'msf' }, files: [] });
    expect(again.rows[0]?.present).toEqual([{ id: item.id, title: 'Thank you', trashed: false }]);
  });

  it('says why it brings nothing in', async () => {
    const { intake } = under.client;
    const gone = { name: 'x.csv', uploadId: nobody };
    expect(await refusal(intake.readTable({ file: gone, sheet: null }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'upload' },
    });
    const empty = await sent('x.csv', bytes('Title,Date\r\n'));
    expect(await refusal(intake.readTable({ file: empty, sheet: null }))).toEqual({
      code: 'IMPORT_REFUSED',
      data: { why: 'empty', limit: 0 },
    });
    const source: ImportSource = { kind: 'publications', files: [empty] };
    expect(await refusal(intake.preview({ portfolioId, source, files: [] }))).toMatchObject({
      code: 'IMPORT_REFUSED',
    });
    const large = { name: 'large.csv', uploadId: await uploadedZeros(under, 26 * 1024 ** 2) };
    expect(await refusal(intake.readTable({ file: large, sheet: null }))).toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    expect(await refusal(intake.importRows({ portfolioId: nobody, source, files: [], rows: [1] }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'portfolio' },
    });
  });
});

import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrases } from '#electron/commands/demo/people.ts';
import { type ReportModel, reportModelSchema } from '#shared/domain/report-model.ts';
import { toolBed } from '#test/support/age-tool.ts';
import { runHeadless } from '#test/support/headless-process.ts';
import { attachedReport, checkedByQpdf, textOf } from '#test/support/report-judges.ts';
import { pdfsig } from '#test/support/trust-judges.ts';

type Bed = Awaited<ReturnType<typeof toolBed>>;
const privateNote = 'private note of the demo';

const modelOf = async (pdf: Uint8Array): Promise<ReportModel> =>
  reportModelSchema.parse(JSON.parse((await attachedReport(pdf)).bytes.toString('utf8')));
const validSignatures = (pdf: Uint8Array) => pdfsig(pdf).match(/Signature is Valid\./g)?.length ?? 0;

/** Two annual reviews among a doctor, a supervisor and a panel, as the built program runs them. */
describe('the cycle of two years', () => {
  let bed: Bed;
  let ran: Awaited<ReturnType<typeof runHeadless>>;
  const report = (name: string) => readFile(bed.at(`cycle/${name}.pdf`));

  beforeAll(async () => {
    bed = await toolBed();
    ran = await runHeadless(['demo', bed.at('cycle'), '--cycle']);
  }, 240_000);
  afterAll(() => bed.remove());

  it('ends with three reports that three people signed', async () => {
    expect(ran).toMatchObject({ code: 0 });
    for (const name of ['year-1', 'year-2', 'amended']) {
      const pdf = await report(name);
      expect(validSignatures(pdf), name).toBe(3);
      await expect(checkedByQpdf(pdf)).resolves.toContain('No syntax or stream encoding errors found');
    }
  });

  it('says in the second year what became of the actions of the first', async () => {
    const [one, two] = [await modelOf(await report('year-1')), await modelOf(await report('year-2'))];
    expect(one.previousActions).toEqual([]);
    const asked = one.actions.map(({ id }) => id);
    expect(two.previousActions.map(({ id }) => id)).toEqual(expect.arrayContaining(asked));
    const became = new Set(two.previousActions.map(({ status }) => status));
    expect(became).toEqual(new Set(['open', 'done']));
    expect(two.evidence.length).toBeGreaterThan(one.evidence.length);
  });

  it('amends what was released on the record: another report, which names the one it stands in place of', async () => {
    const [two, amended] = [await modelOf(await report('year-2')), await modelOf(await report('amended'))];
    expect(amended.fingerprint).not.toBe(two.fingerprint);
    expect(amended.actions.map(({ dueOn }) => dueOn)).not.toEqual(two.actions.map(({ dueOn }) => dueOn));
    const text = await textOf(await report('amended'));
    expect(text).toContain('Director of Medical Education (sample)');
    expect(text).toContain('written down wrongly');
  });

  it('shows nobody’s private notes in any report', async () => {
    for (const name of ['year-1', 'year-2', 'amended']) {
      const pdf = await report(name);
      expect(await textOf(pdf)).not.toContain(privateNote);
      expect((await attachedReport(pdf)).bytes.toString('utf8')).not.toContain(privateNote);
    }
  });

  it('went over files alone, which change nothing when they are taken in again', async () => {
    const files = (await readdir(bed.at('cycle/exchange'))).sort();
    expect(files.length).toBeGreaterThanOrEqual(14);
    expect(files.every((name) => name.endsWith('.waymark'))).toBe(true);
    const last = files.findLast((name) => name.endsWith('-to-doctor-doctor.waymark')) ?? '';
    const again = await runHeadless(
      ['import', bed.at(`cycle/exchange/${last}`), '--vault', bed.at('cycle/doctor/vault'), '--json'],
      { WAYMARK_PASSPHRASE: demoPassphrases.doctor },
    );
    expect(again).toMatchObject({ code: 0 });
    expect(JSON.parse(again.stdout).merged).toMatchObject({ new: 0, changed: 0, conflicting: 0 });
  });

  it('leaves three vaults that hold', async () => {
    for (const name of ['doctor', 'supervisor', 'panel'] as const) {
      const checked = await runHeadless(['check', bed.at(`cycle/${name}/vault`)], {
        WAYMARK_PASSPHRASE: demoPassphrases[name],
      });
      expect(checked, name).toMatchObject({ code: 0 });
    }
  });

  it('does not write over what is there', async () => {
    const again = await runHeadless(['demo', bed.at('cycle'), '--cycle']);
    expect(again.code).not.toBe(0);
    expect(again.stderr).toContain('is not empty');
  });
});

describe('the day of a panel', () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await toolBed();
  });
  afterAll(() => bed.remove());

  it('ends with a signed report for each of twelve doctors', async () => {
    const ran = await runHeadless(['demo', bed.at('day'), '--panel-day']);
    expect(ran).toMatchObject({ code: 0 });
    const book = await readFile(bed.at('day/day-book.pdf'));
    await expect(checkedByQpdf(book)).resolves.toContain('No syntax or stream encoding errors found');
    const read = await textOf(book);
    for (const name of ['Ash', 'Larch']) expect(read).toContain(`Dr Sample ${name} (invented)`);
    const names = await readdir(bed.at('day/reports'));
    expect(names).toHaveLength(12);
    const models = [];
    for (const name of names) {
      const pdf = await readFile(bed.at(`day/reports/${name}`));
      expect(validSignatures(pdf), name).toBe(1);
      models.push(await modelOf(pdf));
    }
    expect(new Set(models.map(({ doctor }) => doctor.name)).size).toBe(12);
    expect(new Set(models.map(({ guidance }) => guidance.id)).size).toBeGreaterThan(3);
  }, 240_000);
});

import { beforeAll, describe, expect, test } from 'vitest';
import { createRecoveryPages } from '#electron/reports/recovery-page.ts';
import { formatRecoveryCode, recoveryCodeGroups } from '#shared/domain/recovery-code.ts';
import {
  checkedByQpdf,
  fontsOf,
  infoOf,
  openedByQpdf,
  structureOf,
  taggedText,
  textOf,
} from '#test/support/report-judges.ts';
import { reportFolders } from '#test/support/report-samples.ts';

const code = formatRecoveryCode(Uint8Array.from({ length: 20 }, (_, at) => at * 11 + 3));
let pdf: Uint8Array;
beforeAll(async () => {
  const pages = createRecoveryPages(reportFolders);
  const text = await pages.render({ code, vault: 'FFFEC032', madeAt: '2026-11-21T14:02:00.000Z' });
  pdf = new Uint8Array(Buffer.from(text, 'base64'));
});

describe('the recovery page', () => {
  test('is one tagged sheet of PDF/A-3a with every font embedded', async () => {
    await expect(checkedByQpdf(pdf)).resolves.toContain('No syntax or stream encoding errors');
    const info = await infoOf(pdf);
    expect(info.get('Pages')).toBe('1');
    expect(info.get('Tagged')).toBe('yes');
    expect(info.get('Title')).toBe('Waymark recovery page for vault FFFEC032');
    expect((await openedByQpdf(pdf)).includes('<pdfaid:conformance>A</pdfaid:conformance>')).toBe(true);
    for (const font of await fontsOf(pdf)) {
      expect(font).toMatchObject({ embedded: true, unicode: true });
      expect(font.name).toMatch(/^[A-Z]{6}\+WaymarkSans/);
    }
    expect(await structureOf(pdf)).toContain('H1 "What to do with this page"');
  });

  test('reads as its nine groups in order, numbered, with the vault and the day', async () => {
    const text = (await textOf(pdf)).replace(/\s+/g, ' ');
    for (const group of recoveryCodeGroups(code)) expect(text).toContain(group);
    // In the order somebody is read to.
    const said = taggedText(await structureOf(pdf));
    expect(said).toContain(
      recoveryCodeGroups(code)
        .map((group, at) => `${at + 1}${group}`)
        .join(''),
    );
    expect(text).toContain('FFFEC032');
    expect(text).toContain('21 November 2026');
    expect(text).toContain('away from the computer');
  });
});

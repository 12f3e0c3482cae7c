import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestLogo } from '#shared/domain/programme/letterhead.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { samplePng } from '#test/support/sample-logo.ts';

const nobody = crypto.randomUUID();

describe.each(transports)('papers, %s', (transport) => {
  let under: AppUnderTest;
  beforeAll(async () => {
    under = await startApp(transport);
    await withPortfolio(under);
  });
  afterAll(() => under.close());

  it('keeps the names and the picture of the letterhead', async () => {
    const { papers } = under.client;
    expect(await papers.letterhead()).toEqual({ name: '', trust: '', logo: null });
    const names = { name: 'CESR programme (invented)', trust: 'Test NHS Trust (invented)' };
    expect(await papers.setLetterhead(names)).toEqual({ ...names, logo: null });
    const picture = samplePng();
    const { logo } = await papers.setLogo({ uploadId: await upload(under, picture) });
    expect(logo).toMatchObject({ mediaType: 'image/png', width: 460, height: 180 });
    expect(Buffer.from(logo?.base64 ?? '', 'base64').equals(picture)).toBe(true);
    expect(await papers.letterhead()).toEqual({ ...names, logo });
    expect(await papers.setLogo({ uploadId: null })).toEqual({ ...names, logo: null });
  });

  it('takes no picture that is not one, is too large, or cannot be drawn', async () => {
    const { papers } = under.client;
    const issue = (code: string) => ({ code: 'INVALID', data: { issues: [{ path: ['logo'], code }] } });
    const offered = async (bytes: Uint8Array<ArrayBuffer>) =>
      refusal(papers.setLogo({ uploadId: await upload(under, bytes) }));
    expect(await offered(new TextEncoder().encode('<svg onload="alert(1)"/>'))).toEqual(
      issue('picture-kind'),
    );
    expect(await offered(samplePng(4001, 2))).toEqual(issue('picture-size'));
    const torn = samplePng();
    torn.fill(7, 60, torn.length - 20);
    expect(await offered(torn)).toEqual(issue('picture-damaged'));
    expect(await offered(new Uint8Array(largestLogo + 1))).toEqual({
      code: 'FILE_TOO_LARGE',
      data: { size: largestLogo + 1, limit: largestLogo },
    });
    expect(await refusal(papers.setLogo({ uploadId: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'upload' },
    });
    expect((await papers.letterhead()).logo).toBeNull();
    expect(await refusal(papers.setLetterhead({ name: 'x'.repeat(161), trust: '' }))).toMatchObject({
      code: 'INVALID',
    });
  });
});

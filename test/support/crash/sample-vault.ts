import type { App } from '#electron/app.ts';
import type { Files } from '#electron/storage/files.ts';
import type { Attachment } from '#shared/domain/evidence.ts';
import { testItem, testPassphrase, testPortfolio, testProfile, upload } from '../app-under-test.ts';
import { appOn } from './app-on-disk.ts';

/** Bytes through the door, kept as an attachment. */
export async function attach(
  { door, services }: App,
  portfolioId: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Attachment> {
  const send = (path: string, init?: RequestInit) => door(new Request(`http://waymark.invalid${path}`, init));
  return services.files.keep({ portfolioId, uploadId: await upload({ send }, bytes), name });
}

export type SampleVault = { readonly portfolioId: string; readonly titles: readonly string[] };

/**
 * A vault as somebody has it who has used it for a while: two sessions, a folded journal, attachments, a draft, sealed
 * heads.
 * @param folded saves before the journal is folded; @param after saves behind that.
 */
export async function makeSampleVault(files: Files, folded = 60, after = 6): Promise<SampleVault> {
  const titles: string[] = [];
  let portfolioId = '';
  const first = await appOn(files);
  const add = async (app: App, title: string, bytes?: Uint8Array<ArrayBuffer>) => {
    const attachments = bytes === undefined ? [] : [await attach(app, portfolioId, `${title}.pdf`, bytes)];
    await app.services.evidence.create({ portfolioId, item: { ...testItem, title, attachments } });
    titles.push(title);
  };
  await first.services.app.createVault({ passphrase: testPassphrase, profile: testProfile });
  portfolioId = (await first.services.portfolios.create(testPortfolio)).id;
  for (let number = 0; number < folded; number += 1) {
    await add(
      first,
      `Item ${number}`,
      number % 20 === 0 ? new Uint8Array(4000 + number).fill(number + 1) : undefined,
    );
  }
  await first.close();
  const second = await appOn(files);
  await second.services.app.unlock({ passphrase: testPassphrase });
  for (let number = folded; number < folded + after; number += 1) {
    await add(second, `Item ${number}`, number === folded ? new Uint8Array(3000).fill(250) : undefined);
  }
  await second.services.drafts.keep({ key: 'sample', text: 'Half a sentence' });
  await second.close();
  return { portfolioId, titles };
}

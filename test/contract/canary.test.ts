import { mkdirSync, watch } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  startApp,
  testConclusion,
  testItem,
  testPlan,
  testPortfolio,
  upload,
} from '#test/support/app-under-test.ts';
import { formsOf, type Watched, watchFor } from '#test/support/crash/canary.ts';
import { ended, startWriting } from '#test/support/package-apps.ts';
import { proved } from '#test/support/prove.ts';

/** Planted in everything a person types, and found nowhere else in the world. */
const planted = {
  owner: 'Kanarienvogel Ownername',
  doctor: 'Kanarienvogel Doctorname',
  employer: 'Kanarienvogel Employer',
  passphrase: 'kanarienvogel passphrase one',
  newPassphrase: 'kanarienvogel passphrase two',
  title: 'Kanarienvogel Title',
  reflection: 'Kanarienvogel Reflection Ŵ',
  file: 'Kanarienvogel-Filename.txt',
  attached: 'kanarienvogel attached bytes',
  aborted: 'kanarienvogel aborted bytes',
  draft: 'Kanarienvogel unsaved text',
  reason: 'Kanarienvogel judgement',
  progress: 'Kanarienvogel progress',
  package: 'kanarienvogel package words',
};
const texts = Object.values(planted);
const bytesOf = (text: string) =>
  new Uint8Array(Buffer.from(`${'-'.repeat(5000)}${text}${'-'.repeat(70_000)}`));

let parent: string;
let before: string | undefined;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'waymark-canary-'));
  before = process.env.TMPDIR;
  process.env.TMPDIR = parent;
});
afterEach(async () => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await rm(parent, { recursive: true, force: true });
});

/** Everything a person does with the app in a year or two, in a minute. */
async function journey(under: AppUnderTest, look: () => void): Promise<void> {
  const { client, send } = under;
  const step = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    look();
    return result;
  };
  const job = async (started: Promise<{ readonly jobId: string }>) => {
    const done = await step(ended(under, await started));
    expect(done).toMatchObject({ state: 'done' });
    return done;
  };
  const { passphrase } = planted;
  const profile = { name: planted.owner, roles: ['doctor'], gmcNumber: null } as const;
  await step(client.app.createVault({ passphrase, profile }));
  const portfolio = {
    ...testPortfolio,
    doctor: { name: planted.doctor, gmcNumber: null },
    employer: planted.employer,
  };
  const { id: portfolioId } = await step(client.portfolios.create(portfolio));
  const uploadId = await step(upload(under, bytesOf(planted.attached)));
  const file = await step(client.files.keep({ portfolioId, uploadId, name: planted.file }));
  const item = { ...testItem, title: planted.title, reflection: planted.reflection, attachments: [file] };
  const { id } = await step(client.evidence.create({ portfolioId, item }));
  await step(client.evidence.update({ portfolioId, id, item: { ...item, title: `${planted.title} again` } }));
  await step(client.drafts.keep({ key: 'sample', text: planted.draft }));

  // Sent in part, then given up.
  const json = { 'content-type': 'application/json' };
  const bytes = bytesOf(planted.aborted);
  const size = JSON.stringify({ size: bytes.length * 2 });
  const begun = (await (await send('/uploads', { method: 'POST', headers: json, body: size })).json()) as {
    readonly id: string;
  };
  const octets = { 'content-type': 'application/octet-stream' };
  await step(send(`/uploads/${begun.id}?offset=0`, { method: 'PUT', headers: octets, body: bytes }));
  await step(send(`/uploads/${begun.id}`, { method: 'DELETE' }));

  const plan = testPlan();
  const chaired = {
    ...plan,
    panel: plan.panel.map((member) => ({ ...member, name: `${planted.owner} ${member.role}` })),
  };
  const review = await step(client.reviews.schedule({ portfolioId, plan: chaired }));
  const at = { portfolioId, id: review.id };
  const { capabilities } = await client.guidance.get({ packId: portfolio.packId });
  for (const { code: capability } of capabilities) {
    await client.reviews.judge({
      ...at,
      judgement: { capability, level: 'developing', reason: planted.reason },
    });
  }
  const conclusion = { ...testConclusion, progressMade: planted.progress };
  await step(client.reviews.conclude({ ...at, conclusion }));
  const own = { passphrase: `${passphrase} chair`, identityCheck: 'photo-id', newKey: false } as const;
  await step(client.reviews.sign({ ...at, ...own }));

  await job(client.backups.make());
  await job(client.backups.saveComplete());
  await job(startWriting(under, { portfolioId, passphrase: planted.package }));
  await step(client.history.versions({ portfolioId, collection: 'evidence', id }));
  const change = { proof: { passphrase }, newPassphrase: planted.newPassphrase };
  await step(client.security.changePassphrase(change));
  await step(client.app.lock());
  await step(client.app.unlock({ passphrase: planted.newPassphrase }));
  // Refusals are logged: by code alone.
  await step(client.evidence.get({ portfolioId, id: crypto.randomUUID() }).catch(() => null));
  await step(client.app.lock());
}

describe('a canary', () => {
  it('planted in everything that is typed or attached is in no byte that is written anywhere', async () => {
    const watched: Watched = watchFor(texts, parent);
    // What comes and goes between two looks, whoever writes it.
    const watcher = watch(parent, { recursive: true }, () => watched.look());
    const under = await startApp('in process', {
      files: watched.files,
      clock: { now: () => new Date('2030-01-15T12:00:00Z'), today: () => '2030-01-15' },
    });
    try {
      await journey(under, watched.look);
    } finally {
      watcher.close();
      await under.close();
    }
    watched.look();
    expect(watched.hits()).toEqual([]);
    expect(under.logged.filter((line) => texts.some((text) => line.includes(text)))).toEqual([]);
    expect(watched.bytes()).toBeGreaterThan(1_000_000);
    proved(
      'canary',
      `${texts.length} texts in ${formsOf('x').length} forms, ${watched.bytes()} bytes looked at, 0 hits`,
    );
  });

  it('is found wherever it is written plainly, in any form, also in two halves or for a moment', async () => {
    const watched = watchFor([planted.title], parent);
    for (const [index, form] of formsOf(planted.title).entries()) {
      const name = join(parent, `form-${index}`);
      await writeFile(name, Buffer.concat([Buffer.alloc(7, 1), form]));
      watched.look();
      expect(watched.hits(), `form ${index}`).toContain(`${planted.title} in ${name}`);
    }
    const brief = join(parent, 'brief');
    const file = await watched.files.open(brief, 'create');
    const bytes = Buffer.from(planted.title);
    await file.write(bytes.subarray(0, 6), 0);
    await file.write(bytes.subarray(6), 6);
    await file.close();
    await watched.files.remove(brief);
    expect(watched.hits()).toContain(`${planted.title} in ${brief}`);
    mkdirSync(join(parent, planted.title));
    watched.look();
    expect(watched.hits()).toContain(`${planted.title} in a file name`);
  });
});

import type { z } from 'zod';
import type { Job } from '#shared/contract/jobs.ts';
import type { Audience } from '#shared/domain/packages/audiences.ts';
import {
  packageMergedSchema,
  packagePreviewSchema,
  packageWrittenSchema,
} from '#shared/domain/packages/preview.ts';
import { type AppUnderTest, testItem, testPassphrase, testPortfolio, upload } from './app-under-test.ts';

export const recipientProfile = {
  name: 'Dr Test Supervisor (invented)',
  roles: ['supervisor'],
  gmcNumber: '0000008',
} as const;

/** Waits for a job to end. */
export async function ended({ client }: AppUnderTest, { jobId }: { readonly jobId: string }): Promise<Job> {
  for (;;) {
    const job = await client.jobs.get({ id: jobId });
    if (job.state !== 'running') return job;
    // Asked again at once, it would take the processor from the very work it waits for.
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}

async function resultOf<T>(
  under: AppUnderTest,
  job: Promise<{ readonly jobId: string }>,
  schema: z.ZodType<T>,
): Promise<T> {
  const { state, result, failure } = await ended(under, await job);
  if (state !== 'done') throw new Error(`${state}: ${JSON.stringify(failure)}`);
  return schema.parse(result);
}

/** What a job that is expected to fail failed with. */
export async function jobFailure(under: AppUnderTest, job: Promise<{ readonly jobId: string }>) {
  const { state, failure } = await ended(under, await job);
  if (state !== 'failed' || failure === null) throw new Error(`expected a failure, got ${state}`);
  return failure;
}

/** Puts the card of one vault's owner into the directory of another. Returns the person's id. */
export async function introduce(who: AppUnderTest, to: AppUnderTest): Promise<string> {
  const { text } = await who.client.people.myCard();
  const person = await to.client.people.add({ text, confirmed: 'in-person', note: '', replaces: null });
  return person.id;
}

export const newVault = (
  under: AppUnderTest,
  profile: Parameters<AppUnderTest['client']['app']['createVault']>[0]['profile'],
) => under.client.app.createVault({ passphrase: testPassphrase, profile });

/** A portfolio with two items, one of them with a file, and one in the trash. */
export async function filledPortfolio(under: AppUnderTest) {
  const { client } = under;
  const { id: portfolioId } = await client.portfolios.create(testPortfolio);
  const uploadId = await upload(under, Buffer.from(`%PDF-1.4\n${crypto.randomUUID()}`));
  const file = await client.files.keep({ portfolioId, uploadId, name: 'Certificate (invented).pdf' });
  const first = await client.evidence.create({
    portfolioId,
    item: { ...testItem, attachments: [file] },
  });
  const second = await client.evidence.create({
    portfolioId,
    item: { ...testItem, title: '=HYPERLINK("x")', links: [] },
  });
  const trashed = await client.evidence.create({
    portfolioId,
    item: { ...testItem, title: 'CANARY trashed' },
  });
  await client.evidence.trash({ portfolioId, id: trashed.id });
  return { portfolioId, file, first, second, trashed };
}

export type Writing = {
  readonly portfolioId: string;
  readonly audience?: Audience;
  readonly exclude?: readonly string[];
  readonly recipients?: readonly string[];
  readonly toMyself?: boolean;
  readonly request?: string | null;
  readonly passphrase?: string | null;
};
const usual = {
  audience: 'supervisor',
  exclude: [],
  recipients: [],
  toMyself: false,
  passphrase: null,
} as const;

export const startWriting = ({ client }: AppUnderTest, input: Writing) =>
  client.packages.write({ ...usual, ...input });

/** Writes a package and fetches it from the outbox. */
export async function writtenPackage(under: AppUnderTest, input: Writing) {
  const written = await resultOf(under, startWriting(under, input), packageWrittenSchema);
  const answer = await under.send(`/outgoing/${written.outboxId}`);
  return { written, bytes: Buffer.from(await answer.arrayBuffer()) };
}

export const startOpening = async (
  under: AppUnderTest,
  bytes: Uint8Array,
  passphrase: string | null = null,
) => under.client.packages.open({ uploadId: await upload(under, Uint8Array.from(bytes)), passphrase });

export const previewOf = (under: AppUnderTest, bytes: Uint8Array, passphrase: string | null = null) =>
  resultOf(under, startOpening(under, bytes, passphrase), packagePreviewSchema);

export const merged = (under: AppUnderTest, openId: string) =>
  resultOf(under, under.client.packages.merge({ openId }), packageMergedSchema);

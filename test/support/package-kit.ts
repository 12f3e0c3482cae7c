import { createHash } from 'node:crypto';
import { readArchive } from '#electron/exchange/archive/read-archive.ts';
import { wholeEntry } from '#electron/exchange/archive/read-entry.ts';
import { sumsText } from '#electron/exchange/package/sums.ts';
import { ownIdentity } from '#electron/services/own-identity.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { type Manifest, manifestSchema, packageSealSchema } from '#shared/domain/packages/manifest.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { openedAge, sealedAge, sourceOf } from './age-files.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { testProfile } from './app-under-test.ts';
import { filledPortfolio, introduce, newVault, recipientProfile, writtenPackage } from './package-apps.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** The entries of a package by name; what is changed in it is sealed anew, as its sender could. */
export type Files = ReadonlyMap<string, Buffer>;

export type Kit = {
  readonly files: Files;
  readonly manifest: Manifest;
  readonly revisions: (collection: string) => readonly TravelRevision[];
  /** Writes manifest, seal and sums anew over these files, by the true sender. */
  readonly sealed: (files: Files, change?: (manifest: Manifest) => unknown, text?: string) => Promise<Files>;
  readonly encrypted: (zip: Uint8Array) => Promise<Buffer>;
  /** As any honest writer would pack them. */
  readonly zipped: (files: Files, more?: readonly RawEntry[]) => Buffer;
  readonly sealText: (text: string) => Promise<string>;
};

const described = new Set(['manifest.json', 'seal.json', 'SHA256SUMS']);

export const entriesOf = (files: Files): readonly RawEntry[] =>
  [...files].map(([name, bytes]) => ({ name, bytes, deflate: name.endsWith('.json') }));

export const withFile = (files: Files, name: string, bytes: Uint8Array | string): Files =>
  new Map([...files, [name, Buffer.from(bytes)]]);
export const withoutFile = (files: Files, name: string): Files =>
  new Map([...files].filter(([other]) => other !== name));

/** The hash a revision must have: what a sender who means harm would work out as well. */
export function revisionOf(content: Pick<TravelRevision, 'collection' | 'id' | 'parents' | 'value'>): string {
  const { collection, id, parents, value } = content;
  const [c, i, p] = [collection, id, parents].map((part) => JSON.stringify(part));
  return sha256(`{"collection":${c},"id":${i},"parents":${p},"value":${canonicalJson(value)}}`);
}

/** A doctor's package for a supervisor who knows them, taken apart. */
export async function packageKit(doctor: AppUnderTest, supervisor: AppUnderTest): Promise<Kit> {
  await newVault(doctor, testProfile);
  await newVault(supervisor, recipientProfile);
  const to = await introduce(supervisor, doctor);
  await introduce(doctor, supervisor);
  const { portfolioId } = await filledPortfolio(doctor);
  const { bytes } = await writtenPackage(doctor, { portfolioId, recipients: [to] });
  const reader = supervisor.app;
  const { secret, recipient } = await ownIdentity(reader.ports, reader.session.vault());
  const source = sourceOf(await openedAge(bytes, { identities: [secret], passphrase: null }, true));
  const files = new Map<string, Buffer>();
  for (const entry of await readArchive(source))
    files.set(entry.name, (await wholeEntry(source, entry)).bytes);

  const { ports, session } = doctor.app;
  const [record] = session.vault().profile.all('signers').values();
  if (record === undefined) throw new Error('no signer');
  const signer = await ports.signers.open(record, null);
  const json = (name: string) => JSON.parse(files.get(name)?.toString() ?? '');
  const trueSeal = packageSealSchema.parse(json('seal.json'));
  const manifest = manifestSchema.parse(json('manifest.json'));

  return {
    files,
    manifest,
    revisions: (collection) => json(`data/${collection}.json`),
    sealText: signer.seal,
    encrypted: (zip) => sealedAge(zip, { recipients: [recipient] }, true),
    zipped: (some, more = []) => rawZip([...entriesOf(some), ...more]),
    sealed: async (some, change = (same) => same, given) => {
      const content = [...some].filter(([name]) => !described.has(name));
      const entries = content.map(([path, body]) => ({ path, size: body.length, sha256: sha256(body) }));
      const text = given ?? JSON.stringify(change({ ...manifest, entries }));
      const seal = JSON.stringify({ ...trueSeal, signature: await signer.seal(text) });
      const listed = (JSON.parse(given === undefined ? text : '{"entries":[]}') as Manifest).entries;
      const sums = sumsText(sha256(text), sha256(seal), listed);
      return new Map([
        ['manifest.json', Buffer.from(text)],
        ['seal.json', Buffer.from(seal)],
        ['SHA256SUMS', Buffer.from(sums)],
        ...content,
      ]);
    },
  };
}

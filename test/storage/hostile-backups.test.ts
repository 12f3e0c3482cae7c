import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#electron/app.ts';
import { restoreVault } from '#electron/services/restore-vault.ts';
import { macName, macOf, manifestKey, manifestName } from '#electron/storage/backups/manifest.ts';
import { entryBytes, readZip } from '#electron/storage/backups/zip-reader.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import { keyByPassphrase } from '#electron/storage/unlock-header.ts';
import { readHeader } from '#electron/storage/vault-header.ts';
import { fillVault, newPlace, ownPassphrase, type Place } from '#test/support/backup-vaults.ts';
import { digestsBelow, failureOf } from '#test/support/storage-stores.ts';
import { type RawEntry, rawZip } from '#test/support/stored-zip.ts';

type Manifest = {
  files: { name: string; size: number; sha256: string }[];
  attachments: { name: string; size: number; sha256: string }[];
} & Record<string, unknown>;

let place: Place;
let app: App;
/** What an honest, complete backup holds. */
const honest = new Map<string, Buffer>();
let key: Buffer;
let untouched: readonly string[];

beforeAll(async () => {
  place = await newPlace();
  app = await place.app();
  await fillVault(app);
  const vaultFolder = join(place.folder, 'vault');
  const about = { reason: 'by-hand', at: new Date('2026-03-01T09:00:00Z'), version: '0.1.0' } as const;
  await app.session.vault().backups.save(place.folder, 'all.waymark-backup', about);
  const header = await readHeader(nodeFiles, vaultFolder);
  if (header === undefined) throw new Error('no header');
  key = manifestKey(await keyByPassphrase(header, ownPassphrase), header.vaultId);
  await app.services.app.lock(undefined);
  const file = await nodeFiles.open(join(place.folder, 'all.waymark-backup'), 'read');
  for (const [name, entry] of await readZip(file)) {
    const parts: Uint8Array[] = [];
    for await (const part of entryBytes(file, entry)) parts.push(part);
    honest.set(name, Buffer.concat(parts));
  }
  await file.close();
  untouched = await digestsBelow(vaultFolder);
});
afterAll(() => place.remove());

const entriesOf = (files: ReadonlyMap<string, Uint8Array>): RawEntry[] =>
  [...files].map(([name, bytes]) => ({ name, bytes }));
const manifestOf = (): Manifest => JSON.parse(honest.get(manifestName)?.toString() ?? '');
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** With a manifest of its own, as somebody would make it who can open the vault: the strongest forger there is. */
function sealed(manifest: unknown, more: ReadonlyMap<string, Uint8Array> = new Map()): RawEntry[] {
  const text = Buffer.from(typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  const files = new Map<string, Uint8Array>([...honest, ...more]);
  files.set(manifestName, text);
  files.set(macName, Buffer.from(macOf(key, text)));
  return entriesOf(files);
}

/** A file more, which the manifest lists, with this name. */
function listing(name: string, bytes: Uint8Array = Buffer.from('evil')): Buffer {
  const manifest = manifestOf();
  manifest.files.push({ name, size: bytes.length, sha256: sha(bytes) });
  return rawZip(sealed(manifest, new Map([[name, bytes]])));
}

const changed = (change: (entries: RawEntry[]) => RawEntry[]) => rawZip(change(entriesOf(honest)));
const first = (entries: readonly RawEntry[], change: Partial<RawEntry>): RawEntry[] =>
  entries.map((entry) => (entry.name === 'vault.json' ? { ...entry, ...change } : entry));
const without = (name: string) => changed((entries) => entries.filter((entry) => entry.name !== name));
const someJournal = () => [...honest.keys()].find((name) => name.includes('/journal-')) ?? '';
const manifestWith = (change: (manifest: Manifest) => unknown) => rawZip(sealed(change(manifestOf())));
const headerWith = (change: (header: Record<string, unknown>) => unknown) => {
  const header = Buffer.from(JSON.stringify(change(JSON.parse(honest.get('vault.json')?.toString() ?? ''))));
  const manifest = manifestOf();
  manifest.files = manifest.files.map((file) =>
    file.name === 'vault.json' ? { ...file, size: header.length, sha256: sha(header) } : file,
  );
  return rawZip(sealed(manifest, new Map([['vault.json', header]])));
};

const names = [
  '../evil',
  '../../evil',
  'profile/../../evil',
  '/evil',
  '/tmp/evil',
  'C:\\evil',
  '..\\evil',
  'profile\\journal-000001.log',
  'profile/./journal-000002.log',
  'profile//journal-000002.log',
  'profile/journal-000002.log/',
  'profile/journal-000002.log\u0000',
  'profile/journal-000002.log\u202egol',
  'profile/journal-000002.log.',
  'profile/journal-000002.log ',
  'profile/CON',
  'NUL',
  'evil.exe',
  'checkpoint-000001.bin',
  'staging.tmp-0123456789abcdef/0',
  `portfolios/${'a'.repeat(36)}/../../../evil`,
  `profile/${'a'.repeat(300)}`,
  'PROFILE/journal-000001.log',
  '__proto__',
];
const kinds: readonly (readonly [kind: string, make: () => Uint8Array])[] = [
  ['nothing at all', () => Buffer.alloc(0)],
  ['no archive', () => Buffer.from('not an archive')],
  ['zeros', () => Buffer.alloc(1024 ** 2)],
  ['an archive without entries', () => rawZip([])],
  ['half an archive', () => changed((all) => all).subarray(0, 2000)],
  ...names.map((name) => [`a file named ${JSON.stringify(name.slice(0, 60))}`, () => listing(name)] as const),
  ['a link', () => changed((all) => first(all, { mode: 0o120777 }))],
  ['an encrypted entry', () => changed((all) => first(all, { flags: 1 }))],
  [
    'a packed entry',
    () => changed((all) => first(all, { method: 8, bytes: deflateRawSync(Buffer.alloc(9)) })),
  ],
  [
    'a bomb',
    () =>
      changed((all) =>
        first(all, { method: 8, bytes: deflateRawSync(Buffer.alloc(2 ** 26)), size: 2 ** 26 }),
      ),
  ],
  ['a size that is not so', () => changed((all) => first(all, { size: 5 }))],
  ['a size beyond the end', () => changed((all) => first(all, { size: 2 ** 31 }))],
  ['an entry over another', () => changed((all) => first(all, { at: 0 }).concat(first(all, {}).slice(0, 1)))],
  ['an entry beyond the end', () => changed((all) => first(all, { at: 2 ** 31 }))],
  ['an entry twice', () => changed((all) => [...all, ...all.slice(0, 1)])],
  [
    'an entry in two spellings',
    () =>
      changed((all) => [
        ...all,
        ...first(all.slice(0, 1), {}).map((one) => ({ ...one, name: one.name.toUpperCase() })),
      ]),
  ],
  ['an entry nobody listed', () => changed((all) => [...all, { name: 'more', bytes: Buffer.from('more') }])],
  ['no header', () => without('vault.json')],
  ['no manifest', () => without(manifestName)],
  ['no code over the manifest', () => without(macName)],
  ['a missing journal', () => without(someJournal())],
  [
    'another code over the manifest',
    () =>
      rawZip(
        sealed(manifestOf()).map((one) =>
          one.name === macName ? { ...one, bytes: Buffer.alloc(64, '0') } : one,
        ),
      ),
  ],
  [
    'a long code over the manifest',
    () =>
      rawZip(
        sealed(manifestOf()).map((one) =>
          one.name === macName ? { ...one, bytes: Buffer.alloc(10_000) } : one,
        ),
      ),
  ],
  ['a manifest that is no JSON', () => rawZip(sealed('{'))],
  ['a manifest that is a list', () => rawZip(sealed([]))],
  ['a manifest that is null', () => rawZip(sealed('null'))],
  ['a deep manifest', () => rawZip(sealed('['.repeat(2_000_000)))],
  ['a manifest of 33 MiB', () => rawZip(sealed(' '.repeat(33 * 1024 ** 2)))],
  [
    'a manifest with a prototype',
    () => rawZip(sealed(JSON.stringify(manifestOf()).replace('{', '{"__proto__":{"polluted":true},'))),
  ],
  ['a manifest with more in it', () => manifestWith((manifest) => ({ ...manifest, more: 1 }))],
  ['a manifest of a later format', () => manifestWith((manifest) => ({ ...manifest, format: 99 }))],
  [
    'a manifest of another vault',
    () => manifestWith((manifest) => ({ ...manifest, vaultId: crypto.randomUUID() })),
  ],
  [
    'a manifest that lists a file twice',
    () => manifestWith((manifest) => ({ ...manifest, files: [...manifest.files, ...manifest.files] })),
  ],
  [
    'a manifest with another hash',
    () =>
      manifestWith((manifest) => ({
        ...manifest,
        files: manifest.files.map((file) =>
          file.name === someJournal() ? { ...file, sha256: 'a'.repeat(64) } : file,
        ),
      })),
  ],
  [
    'a journal that is empty',
    () => {
      const manifest = manifestOf();
      manifest.files = manifest.files.map((file) =>
        file.name === 'profile/journal-000001.log'
          ? { ...file, size: 0, sha256: sha(Buffer.alloc(0)) }
          : file,
      );
      return rawZip(sealed(manifest, new Map([['profile/journal-000001.log', Buffer.alloc(0)]])));
    },
  ],
  ['a header without ways in', () => headerWith((header) => ({ ...header, keys: [] }))],
  ['a header of a later format', () => headerWith((header) => ({ ...header, format: 99 }))],
  ['a header that is a list', () => headerWith(() => [])],
  [
    'a header that asks for all the memory there is',
    () =>
      headerWith((header) =>
        JSON.parse(
          JSON.stringify(header).replaceAll(/"[Nn]":\s*\d+/g, (found) =>
            found.replace(/\d+/, String(2 ** 31)),
          ),
        ),
      ),
  ],
  ['a header of 2 MiB', () => headerWith((header) => ({ ...header, more: 'x'.repeat(2 * 1024 ** 2) }))],
];

describe('hostile backups', () => {
  it('are of more than forty kinds', () => {
    expect(new Set(kinds.map(([kind]) => kind)).size).toBe(kinds.length);
    expect(kinds.length).toBeGreaterThan(40);
  });

  it.each(kinds)('%s', async (_kind, make) => {
    const path = join(place.folder, 'bad.waymark-backup');
    await writeFile(path, make());
    const memory = process.memoryUsage().rss;
    const start = performance.now();
    const { code } = await failureOf(
      restoreVault(app.ports, join(place.folder, 'elsewhere', 'vault'), {
        source: { path },
        secret: { passphrase: ownPassphrase },
        keepAside: true,
      }),
    );
    expect(code).toMatch(/^(PACKAGE_REFUSED|PACKAGE_NEWER|VAULT_NEWER|WRONG_PASSPHRASE)$/);
    // Generous for a machine that does other things.
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(200 * 1024 ** 2);
    expect(await digestsBelow(join(place.folder, 'vault'))).toEqual(untouched);
    expect(await readdir(join(place.folder, 'elsewhere')).catch(() => [])).toEqual([]);
    expect((await readdir(place.folder)).filter((name) => name.startsWith('evil'))).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('are not taken for the honest one beside them', async () => {
    const path = join(place.folder, 'good.waymark-backup');
    await writeFile(path, rawZip(sealed(JSON.stringify(manifestOf()))));
    const to = join(place.folder, 'honest', 'vault');
    await restoreVault(app.ports, to, {
      source: { path },
      secret: { passphrase: ownPassphrase },
      keepAside: false,
    });
    expect((await readFile(join(to, 'vault.json'))).equals(honest.get('vault.json') ?? Buffer.alloc(0))).toBe(
      true,
    );
  });
});

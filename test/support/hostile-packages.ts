import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { entriesOf, type Files, type Kit, revisionOf, sha256, withFile, withoutFile } from './package-kit.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

/** `code/why`; several where more than one guard may be first. */
export type Hostile = {
  readonly name: string;
  readonly refused: readonly string[];
  readonly make: (kit: Kit) => Promise<Buffer>;
};

const MiB = 1024 ** 2;
const bytes = (text: string) => Buffer.from(text);
const original = `originals/${'0'.repeat(64)}`;

const archive = (
  name: string,
  why: string | readonly string[],
  build: (entries: readonly RawEntry[], kit: Kit) => Buffer,
): Hostile => ({
  name,
  refused: [why].flat().map((one) => `PACKAGE_REFUSED/${one}`),
  make: async (kit) => kit.encrypted(build(entriesOf(kit.files), kit)),
});

/** An archive with one more entry under a bad name. */
const named = (name: string, entry: string | Buffer): Hostile =>
  archive(name, 'name', (entries) => rawZip([...entries, { name: entry, bytes: bytes('x') }]));

/** The first entry, told otherwise than it is. */
const lying = (
  name: string,
  why: string | readonly string[],
  lie: Pick<RawEntry, 'central' | 'local' | 'before'>,
): Hostile =>
  archive(name, why, ([first, ...rest]) =>
    rawZip(first === undefined ? [] : [{ ...first, ...lie }, ...rest]),
  );

const names: readonly Hostile[] = [
  named('parent path', '../../evil.txt'),
  named('parent path inside', 'data/../../evil.json'),
  named('absolute path', '/etc/passwd'),
  named('back-slashes', '..\\..\\evil.txt'),
  named('drive letter', 'C:\\evil.txt'),
  named('alternate data stream', 'summary.pdf:evil.exe'),
  named('reserved name', 'CON'),
  named('reserved name with an ending', 'data/nul.json '),
  named('NUL byte', Buffer.from('data/evidence.json\0.exe')),
  named('trailing dot', 'summary.pdf.'),
  named('trailing space', 'summary.pdf '),
  named('bidi override', 'data/\u202egpj.exe.json'),
  named('not UTF-8', Buffer.from([0x64, 0x61, 0x74, 0x61, 0x2f, 0xff, 0xfe])),
  named('a folder', 'originals/'),
  named('an empty name', ''),
  named('an ending that runs', `${original}.exe`),
  named('a very long name', `data/${'a'.repeat(60_000)}.json`),
];

const link = { attributes: (0o120777 << 16) >>> 0 };
const structure: readonly Hostile[] = [
  archive('case clash', ['duplicate', 'name'], (entries) =>
    rawZip([...entries, { name: 'Summary.pdf', bytes: bytes('x') }]),
  ),
  archive('the same name twice', 'duplicate', (entries) =>
    rawZip([...entries, { name: 'summary.pdf', bytes: bytes('x') }]),
  ),
  archive('symbolic link', 'archive', (entries) =>
    rawZip([...entries, { name: original, bytes: bytes('/etc/passwd'), central: link }]),
  ),
  archive('device file', 'archive', (entries) =>
    rawZip([
      ...entries,
      { name: original, bytes: bytes('x'), central: { attributes: (0o020600 << 16) >>> 0 } },
    ]),
  ),
  archive('bomb of 240 MiB', 'ratio', (entries) =>
    rawZip([...entries, { name: original, bytes: Buffer.alloc(240 * MiB), deflate: true }]),
  ),
  // The summary, as large as it is said to be everywhere, unpacks to far more.
  archive('bomb that lies about its size', 'archive', (entries) => {
    const bomb = entries.map((entry): RawEntry => {
      if (entry.name !== 'summary.pdf') return entry;
      const truth = { size: entry.bytes.length, crc: crc32(entry.bytes) };
      return { ...entry, bytes: Buffer.alloc(64 * MiB), deflate: true, central: truth, local: truth };
    });
    return rawZip(bomb);
  }),
  archive('four thousand entries over the same bytes', 'archive', (entries) => {
    const body = Buffer.alloc(MiB);
    const at = 0;
    const overlapping = Array.from({ length: 4000 }, (_, index) => ({
      name: `originals/${sha256(String(index))}`,
      bytes: body,
      deflate: true,
      at,
    }));
    return rawZip([...entries, ...overlapping.slice(0, 400)]);
  }),
  archive('an entry inside another', 'archive', (entries) =>
    rawZip([...entries, { name: original, bytes: bytes('x'), at: 40 }]),
  ),
  archive('a hundred thousand and one entries', ['too-many', 'archive'], () => {
    const many = Array.from({ length: 100_001 }, (_, index) => ({
      name: `data/a-${(index % 9000) + 1}.json`,
      bytes: bytes(''),
      at: 0,
    }));
    return rawZip(many, { entries: 0xffff });
  }),
  archive('more entries than it may have', 'too-many', () =>
    rawZip(
      Array.from({ length: 20_001 }, (_, index) => ({
        name: `originals/${sha256(String(index))}`,
        bytes: bytes(''),
      })),
    ),
  ),
  archive('an entry larger than it may be', 'too-large', (entries) =>
    rawZip([
      ...entries,
      { name: original, bytes: bytes('x'), central: { size: 257 * MiB, packed: 257 * MiB } },
    ]),
  ),
  archive('entries larger together than they may be', 'too-large', (entries) =>
    rawZip([
      ...entries,
      ...Array.from({ length: 5 }, (_, index) => ({
        name: `originals/${sha256(String(index))}`,
        bytes: bytes('x'),
        central: { size: 250 * MiB, packed: 250 * MiB },
      })),
    ]),
  ),
  lying('wrong checksum everywhere', 'archive', { central: { crc: 1 }, local: { crc: 1 } }),
  lying('wrong checksum in front', 'archive', { local: { crc: 1 } }),
  lying('another size in front', 'archive', { local: { size: 5 } }),
  lying('another packed size in front', 'archive', { local: { packed: 5 } }),
  lying('another name in front', 'archive', { local: { name: 'seal.json' } }),
  lying('another method in front', 'archive', { local: { method: 0 } }),
  lying('encrypted entry', 'archive', { central: { flags: 0x801 }, local: { flags: 0x801 } }),
  lying('strong encryption', 'archive', { central: { flags: 0x841 }, local: { flags: 0x841 } }),
  lying('method nobody writes', 'archive', { central: { method: 12 }, local: { method: 12 } }),
  lying('sizes said to come later', 'archive', { central: { flags: 0x808 }, local: { flags: 0x808 } }),
  lying('sizes of ZIP64', ['archive', 'too-large'], {
    central: {
      size: 0xffffffff,
      packed: 0xffffffff,
      extra: Buffer.from('0100100000000000ffffffff00000000ffffffff', 'hex'),
    },
  }),
  lying('a second name in an extra field', 'archive', {
    central: { extra: Buffer.concat([Buffer.from('7570090001', 'hex'), Buffer.alloc(4), bytes('evil')]) },
  }),
  lying('a comment on an entry', 'archive', { central: { comment: bytes('hidden') } }),
  lying('bytes before the first entry', 'archive', { before: bytes('#!/bin/sh\n') }),
  lying('a place beyond the end', 'archive', { central: { at: 0x7fffffff } }),
  archive('bytes between two entries', 'archive', ([first, second, ...rest]) =>
    rawZip([first, { ...second, before: bytes('hidden') }, ...rest] as readonly RawEntry[]),
  ),
  archive('bytes after the end', 'archive', (entries) => rawZip(entries, { after: bytes('trailing') })),
  archive('bytes before the end record', 'archive', (entries) =>
    rawZip(entries, { before: bytes('hidden') }),
  ),
  archive('a comment', 'archive', (entries) => rawZip(entries, { comment: bytes('hello') })),
  archive('an end record in the comment', 'archive', (entries, kit) =>
    rawZip(entries, {
      comment: rawZip(
        entriesOf(kit.files)
          .slice(0, 1)
          .map((one) => ({ ...one, bytes: bytes('x') })),
      ),
    }),
  ),
  archive('two end records', 'archive', (entries) => rawZip(entries, { after: rawZip([]).subarray(-22) })),
  archive('one archive after another', 'archive', (entries) =>
    Buffer.concat([rawZip(entries), rawZip(entries)]),
  ),
  archive('fewer entries than it has', 'archive', (entries) =>
    rawZip(entries, { entries: entries.length - 1 }),
  ),
  archive('more entries than it has', 'archive', (entries) =>
    rawZip(entries, { entries: entries.length + 1 }),
  ),
  archive('a directory somewhere else', 'archive', (entries) => rawZip(entries, { centralAt: 3 })),
  archive('another size of the directory', 'archive', (entries) => rawZip(entries, { centralSize: 7 })),
  archive('a ZIP64 end record', ['archive', 'too-many'], (entries) => {
    const record = Buffer.alloc(56 + 20);
    record.writeUInt32LE(0x06064b50, 0);
    record.writeBigUInt64LE(2n ** 40n, 32);
    record.writeUInt32LE(0x07064b50, 56);
    record.writeBigUInt64LE(BigInt(rawZip(entries).length - 22), 64);
    return rawZip(entries, { before: record });
  }),
  archive('no archive at all', 'archive', () => randomBytes(50_000)),
  archive('an empty archive', 'missing', () => rawZip([])),
];

const content = (
  name: string,
  why: string | readonly string[],
  build: (kit: Kit) => Files | Promise<Files>,
): Hostile => ({
  name,
  refused: [why].flat().map((one) => (one.includes('_') ? one : `PACKAGE_REFUSED/${one}`)),
  make: async (kit) => kit.encrypted(kit.zipped(await build(kit))),
});

/** The package with its evidence written anew and sealed, as its sender could. */
const records = (
  name: string,
  why: string | readonly string[],
  change: (revisions: readonly TravelRevision[]) => unknown,
): Hostile =>
  content(name, why, ({ files, revisions, sealed, manifest }) => {
    const changed = change(revisions('evidence'));
    const count = Array.isArray(changed) ? changed.length + 1 : 0;
    const ids = Array.isArray(changed) ? new Set(changed.map((one) => one?.id)).size : 0;
    const counts = { ...manifest.counts, revisions: count, evidence: ids };
    return sealed(withFile(files, 'data/evidence.json', JSON.stringify(changed)), (same) => ({
      ...same,
      counts,
    }));
  });

const rehashed = (revision: TravelRevision, value: unknown): TravelRevision => ({
  ...revision,
  value,
  revision: revisionOf({ ...revision, value }),
});
const first = (revisions: readonly TravelRevision[], value: (old: Record<string, unknown>) => unknown) => {
  const [one, ...rest] = revisions;
  if (one === undefined) throw new Error('no evidence');
  return [rehashed(one, value(one.value as Record<string, unknown>)), ...rest];
};
const rawJson = (name: string, why: string, text: string | Buffer): Hostile =>
  content(name, why, ({ files, sealed }) => sealed(withFile(files, 'data/evidence.json', text)));

const contents: readonly Hostile[] = [
  content('no manifest', 'missing', ({ files }) => withoutFile(files, 'manifest.json')),
  content('no seal', 'missing', ({ files }) => withoutFile(files, 'seal.json')),
  content('no sums', 'missing', ({ files }) => withoutFile(files, 'SHA256SUMS')),
  content('other sums', 'content', ({ files }) => withFile(files, 'SHA256SUMS', 'nothing\n')),
  content('a file too many', 'extra', ({ files }) => withFile(files, original, 'x')),
  content('a file too few', 'missing', ({ files }) => withoutFile(files, 'index.csv')),
  content('a changed file of the same size', 'content', ({ files }) => {
    const changed = Buffer.from(files.get('summary.pdf') ?? '');
    changed[100] = (changed[100] ?? 0) ^ 1;
    return withFile(files, 'summary.pdf', changed);
  }),
  content('a file of another size', 'content', ({ files }) => withFile(files, 'index.csv', 'x')),
  content('a changed manifest', ['seal', 'content'], ({ files }) =>
    withFile(
      files,
      'manifest.json',
      (files.get('manifest.json') ?? '').toString().replace('supervisor', 'panel'),
    ),
  ),
  content('a manifest the seal was not made for, sums and all', 'seal', async ({ files, sealed }) => {
    const other = await sealed(files, (same) => ({ ...same, madeAt: '2020-01-01T00:00:00.000Z' }));
    const seal = files.get('seal.json') ?? '';
    const sums = `${other.get('SHA256SUMS')}`.replace(sha256(other.get('seal.json') ?? ''), sha256(seal));
    return withFile(withFile(other, 'seal.json', seal), 'SHA256SUMS', sums);
  }),
  content('a newer format', 'PACKAGE_NEWER', ({ files, sealed }) =>
    sealed(files, (same) => ({ ...same, format: 'waymark-package-9', needs: '9.1.0', more: true })),
  ),
  content('an audience of a later Waymark', 'PACKAGE_NEWER', ({ files, sealed }) =>
    sealed(files, (same) => ({ ...same, audience: 'examiner', needs: '9.1.0' })),
  ),
  content('an audience that is no word', 'schema', ({ files, sealed }) =>
    sealed(files, (same) => ({ ...same, audience: 'Panel 2' })),
  ),
  content('a reply for a portfolio that is not here', 'not-here', ({ files, sealed }) =>
    sealed(files, (same) => ({ ...same, audience: 'doctor' })),
  ),
  content('items for an assessor that no request asks about', 'audience', ({ files, sealed }) =>
    sealed(files, (same) => ({ ...same, audience: 'assessor' })),
  ),
  content('a manifest with a field too many', 'schema', ({ files, sealed }) =>
    sealed(files, (same) => ({ ...same, more: true })),
  ),
  content('a manifest that names a path outside', 'schema', ({ files, sealed }) =>
    sealed(files, (same) => ({
      ...same,
      entries: [...same.entries, { path: '../x', size: 1, sha256: sha256('x') }],
    })),
  ),
  content('a manifest that names an entry twice', 'duplicate', ({ files, sealed }) =>
    sealed(files, (same) => ({ ...same, entries: [...same.entries, ...same.entries] })),
  ),
  content('a manifest that counts wrongly', 'content', ({ files, sealed, manifest }) =>
    sealed(files, (same) => ({ ...same, counts: { ...manifest.counts, evidence: 7 } })),
  ),
  content('another portfolio’s id', 'content', ({ files, sealed, manifest }) =>
    sealed(files, (same) => ({ ...same, portfolio: { ...manifest.portfolio, id: crypto.randomUUID() } })),
  ),
  content('guidance nobody has', 'guidance', ({ files, sealed, manifest }) =>
    sealed(files, (same) => ({ ...same, portfolio: { ...manifest.portfolio, packId: 'nothing' } })),
  ),
  content('a sender’s name that is not on their card', 'seal', ({ files, sealed, manifest }) =>
    sealed(files, (same) => ({
      ...same,
      sender: { ...manifest.sender, name: 'Dr Somebody Else (invented)' },
    })),
  ),
  content('a card that was changed', 'card', ({ files }) => {
    const seal = JSON.parse(`${files.get('seal.json')}`);
    const changed = JSON.stringify({ ...seal, card: `${seal.card.slice(0, -8)}AAAAAAAA` });
    const manifest = files.get('manifest.json') ?? '';
    const sums = `${files.get('SHA256SUMS')}`.replace(sha256(files.get('seal.json') ?? ''), sha256(changed));
    void manifest;
    return withFile(withFile(files, 'seal.json', changed), 'SHA256SUMS', sums);
  }),
  content('certificates that are not the card’s', 'seal', ({ files }) => {
    const seal = JSON.parse(`${files.get('seal.json')}`);
    const changed = JSON.stringify({ ...seal, certificates: seal.certificates.toReversed() });
    const sums = `${files.get('SHA256SUMS')}`.replace(sha256(files.get('seal.json') ?? ''), sha256(changed));
    return withFile(withFile(files, 'seal.json', changed), 'SHA256SUMS', sums);
  }),
  content(
    'records of a kind its audience may not have',
    'audience',
    ({ files, sealed, manifest, revisions }) => {
      const [evidence] = revisions('evidence');
      const sheet = [{ ...evidence, collection: 'sheets' }];
      const counts = { ...manifest.counts, sheets: 1, revisions: manifest.counts.revisions + 1 };
      return sealed(withFile(files, 'data/sheets.json', JSON.stringify(sheet)), (same) => ({
        ...same,
        counts,
      }));
    },
  ),
  rawJson('not JSON', 'json', '[{'),
  rawJson('JSON that is not UTF-8', 'json', Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])),
  rawJson('JSON with a byte order mark', 'json', '\uFEFF[]'),
  rawJson('JSON a million deep', 'json', '['.repeat(1_000_000)),
  rawJson('JSON 65 deep', 'json', `${'['.repeat(65)}${']'.repeat(65)}`),
  rawJson('the prototype as a key', 'json', '[{"__proto__":{"polluted":true}}]'),
  rawJson('the prototype as an escaped key', 'json', '[{"\\u005f_proto__":{"polluted":true}}]'),
  rawJson('a constructor as a key', 'json', '[{"constructor":{"prototype":{"polluted":true}}}]'),
  rawJson('the same key twice', 'json', '[{"id":1,"id":2}]'),
  rawJson('the same key twice, once escaped', 'json', '[{"id":1,"\\u0069d":2}]'),
  rawJson('a string of ten million letters', 'json', `["${randomBytes(7_500_000).toString('base64')}"]`),
  rawJson(
    'seven million values',
    'json',
    `[${[...randomBytes(7_000_000)].map((byte) => byte % 10).join(',')}]`,
  ),
  rawJson('JSON of the wrong shape', 'schema', '{"evidence":[]}'),
  rawJson('JSON larger than it may be', 'too-large', `["${' '.repeat(17 * MiB)}"]`),
  records('a revision with another’s hash', 'revision-hash', ([one, ...rest]) => [
    { ...one, revision: sha256('another') },
    ...rest,
  ]),
  records('a value that was changed', 'revision-hash', ([one, ...rest]) => [
    { ...one, value: { ...(one?.value as object), title: 'Changed' } },
    ...rest,
  ]),
  records('a record of the wrong shape, well hashed', 'record', (all) =>
    first(all, (old) => ({ ...old, type: 'nothing' })),
  ),
  records('a record with a field too many, well hashed', 'record', (all) =>
    first(all, (old) => ({ ...old, more: 1 })),
  ),
  records('a record under another’s id', 'record', (all) =>
    first(all, (old) => ({ ...old, id: crypto.randomUUID() })),
  ),
  records('text that hides its direction, well hashed', 'record', (all) =>
    first(all, (old) => ({ ...old, title: 'fdp.\u202eexe' })),
  ),
  records('an ancestor that is not told', 'ancestry', ([one, ...rest]) => {
    const parents = [sha256('unknown')];
    const changed = { ...one, parents } as TravelRevision;
    return [rehashed(changed, changed.value), ...rest];
  }),
  records('ancestors that go round in a circle', 'ancestry', ([one, ...rest]) => {
    const [a, b] = [sha256('a'), sha256('b')];
    const place = { collection: 'evidence', id: one?.id, by: null };
    const changed = { ...one, parents: [a] } as TravelRevision;
    return [
      { ...place, revision: a, parents: [b] },
      { ...place, revision: b, parents: [a] },
      rehashed(changed, changed.value),
      ...rest,
    ];
  }),
  records('a record of another collection', 'schema', ([one, ...rest]) => [
    { ...one, collection: 'reviews' },
    ...rest,
  ]),
  records('an attachment that is not there', 'missing', (all) =>
    first(all, (old) => ({
      ...old,
      attachments: [{ hash: sha256('absent'), name: 'x.pdf', mediaType: 'application/pdf', size: 3 }],
    })),
  ),
  content('an attachment nobody names', 'extra', ({ files, sealed, manifest }) => {
    const body = bytes('%PDF-1.4 nobody’s');
    const counts = { ...manifest.counts, originals: manifest.counts.originals + 1 };
    return sealed(withFile(files, `originals/${sha256(body)}`, body), (same) => ({ ...same, counts }));
  }),
  content('an original that is not what it is called', 'content', ({ files, sealed }) =>
    sealed(withFile(files, original, 'x')),
  ),
  content('a program as an attachment', 'executable', ({ files, sealed }) => {
    const body = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)]);
    return sealed(withFile(files, `originals/${sha256(body)}`, body));
  }),
  records('an attachment with an ending that runs', 'executable', (all) =>
    first(all, (old) => ({
      ...old,
      attachments: (old.attachments as readonly object[])
        .concat(
          (old.attachments as readonly object[]).length > 0
            ? []
            : [{ hash: sha256('absent'), name: 'report.pdf.exe', mediaType: 'application/pdf', size: 3 }],
        )
        .map((file) => ({ ...file, name: 'report.pdf.exe' })),
    })),
  ),
];

const ciphertext = (name: string, why: string, change: (sealed: Buffer) => Buffer): Hostile => ({
  name,
  refused: why.split('|').map((one) => (one.includes('_') ? one : `PACKAGE_REFUSED/${one}`)),
  make: async (kit) => change(await kit.encrypted(kit.zipped(kit.files))),
});
const payloadAt = (sealed: Buffer) => sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1 + 16;

const encryption: readonly Hostile[] = [
  ciphertext('age cut off at a chunk’s edge', 'damaged', (sealed) =>
    sealed.subarray(0, payloadAt(sealed) + 65_552),
  ),
  ciphertext('age without its end', 'damaged', (sealed) => sealed.subarray(0, -5)),
  ciphertext('age with more after it', 'damaged', (sealed) => Buffer.concat([sealed, Buffer.alloc(30)])),
  ciphertext('one bit of the payload flipped', 'damaged', (sealed) => {
    sealed[payloadAt(sealed) + 3] = (sealed[payloadAt(sealed) + 3] ?? 0) ^ 4;
    return sealed;
  }),
  ciphertext('one bit of the header’s seal flipped', 'damaged|NOT_FOR_YOU', (sealed) => {
    const at = sealed.indexOf('\n--- ') + 10;
    sealed[at] = (sealed[at] ?? 0) ^ 1;
    return sealed;
  }),
  ciphertext('age of a later version', 'not-age', (sealed) =>
    Buffer.concat([bytes('age-encryption.org/v2\n'), sealed.subarray(22)]),
  ),
  ciphertext('a header without end', 'damaged', () =>
    Buffer.concat([bytes('age-encryption.org/v1\n'), Buffer.alloc(200_000, '-> X25519 AAAA\nAAAA\n')]),
  ),
  ciphertext('nothing but a header', 'damaged', (sealed) => sealed.subarray(0, payloadAt(sealed) - 10)),
];

/** Everything that must be refused, beside what needs another sender. */
export const hostilePackages: readonly Hostile[] = [...names, ...structure, ...contents, ...encryption];

import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlobSealer, openBlobStart } from '#electron/storage/blob-file.ts';
import { readCheckpoint, writeCheckpoint } from '#electron/storage/checkpoint.ts';
import { portfolioCollections } from '#electron/storage/collections.ts';
import { createDrafts } from '#electron/storage/drafts.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import { decodeLine, encodeLine, firstHead } from '#electron/storage/journal-line.ts';
import { wrapInKeychain } from '#electron/storage/keychain-slot.ts';
import { type PassphraseSlot, wrapDataKey } from '#electron/storage/passphrase-slot.ts';
import { unwrapUnderCode, wrapUnderCode } from '#electron/storage/recovery-slot.ts';
import { openMessage, sealMessage, subkey } from '#electron/storage/seal.ts';
import { checkpointName } from '#electron/storage/segments.ts';
import { emptyState } from '#electron/storage/state.ts';
import { keyByKeychain, keyByPassphrase, keyByRecoveryCode } from '#electron/storage/unlock-header.ts';
import {
  assertSealed,
  headerBytes,
  parseHeader,
  sealedHeader,
  slotOf,
  type VaultHeader,
} from '#electron/storage/vault-header.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { formatRecoveryCode, recoveryCodeBytes } from '#shared/domain/recovery-code.ts';
import { fakeKeychain } from '#test/support/fake-keychain.ts';
import { proved, sized } from '#test/support/prove.ts';
import { forgeHeader } from '#test/support/storage-headers.ts';
import {
  idFrom,
  sampleActor,
  sampleClock,
  sampleEvidence,
  sampleInstant,
} from '#test/support/storage-samples.ts';
import { filesBelow, sampleKey, sampleVaultId, temporaryBed } from '#test/support/storage-stores.ts';
import { bitFlips, cuts, jsonChanges, oneFile, readOrRefused } from '#test/support/tampering.ts';

// Whatever is changed in a file of the vault, opening it shows what was written or nothing. Every case is counted: at
// full size these are more than ten thousand.

const figures: Record<string, number> = {};
const counted = (what: string, cases: number) => {
  figures[what] = (figures[what] ?? 0) + cases;
};
afterAll(() => {
  const total = Object.values(figures).reduce((sum, cases) => sum + cases, 0);
  proved('tampering with seals', `${total} cases (${JSON.stringify(figures)}), 0 accepted`);
});

const computer = fakeKeychain();
/** @param passphrase a slot made before: scrypt is spared where nobody opens with it. */
async function vaultHeader(vaultId: string, passphrase?: PassphraseSlot) {
  const dataKey = randomBytes(32);
  const code = randomBytes(recoveryCodeBytes);
  const header = sealedHeader(dataKey, vaultId, [
    passphrase === undefined
      ? await wrapDataKey(dataKey, vaultId, 'a sample passphrase')
      : { ...passphrase, wrapped: randomBytes(60).toString('base64') },
    wrapUnderCode(dataKey, vaultId, code, sampleInstant),
    await wrapInKeychain(dataKey, vaultId, computer.keychain, sampleInstant),
  ]);
  return { dataKey, code, typed: formatRecoveryCode(code), header };
}
let made: Made;
beforeAll(async () => {
  made = await vaultHeader(sampleVaultId);
});
type Made = Awaited<ReturnType<typeof vaultHeader>>;

/** Whether any way in takes a header that is not the one that was written. scrypt is spared: the seal decides for it. */
async function accepted(made: Made, bytes: Buffer): Promise<boolean> {
  const header = await readOrRefused(() => parseHeader(bytes));
  if (header === undefined || canonicalJson(header) === canonicalJson(made.header)) return false;
  const ways: readonly (() => unknown)[] = [
    () => keyByRecoveryCode(header, made.typed),
    () => keyByKeychain(header, computer.keychain),
    () => {
      if (header.format === 1) throw new Error('format 1 is judged by itself');
      assertSealed(made.dataKey, header);
      return true;
    },
  ];
  for (const way of ways) if ((await readOrRefused(way)) !== undefined) return true;
  return false;
}

/** The reader that would do without the seal over the list of keys. */
function naivelyAccepted(made: Made, bytes: Buffer): boolean {
  let header: VaultHeader;
  try {
    header = parseHeader(bytes);
  } catch {
    return false;
  }
  const slot = slotOf(header, 'recovery');
  if (slot === undefined || canonicalJson(header) === canonicalJson(made.header)) return false;
  return unwrapUnderCode(slot, header.vaultId, made.code) !== undefined;
}

describe('a header', () => {
  it('with any bit flipped is refused, also by somebody who makes the check fit', async () => {
    const good = headerBytes(made.header);
    expect(await readOrRefused(() => keyByRecoveryCode(parseHeader(good), made.typed))).toEqual(made.dataKey);
    let cases = 0;
    for (const flipped of bitFlips(good, sized(29, 1))) {
      expect(await accepted(made, flipped), flipped.toString('latin1')).toBe(false);
      cases += 1;
      let parsed: unknown;
      try {
        parsed = JSON.parse(flipped.toString('utf8'));
      } catch {
        continue;
      }
      if (typeof parsed !== 'object' || parsed === null) continue;
      const forged = Buffer.from(forgeHeader(parsed as Record<string, unknown>));
      expect(await accepted(made, forged), forged.toString('latin1')).toBe(false);
      cases += 1;
    }
    counted('header bits', cases);
  });

  it('with any part changed, left out, doubled, moved or added is refused; a reader without the seal is taken in', async () => {
    const plain = JSON.parse(headerBytes(made.header).toString('utf8'));
    let cases = 0;
    let naive = 0;
    const every = sized(5, 1);
    let number = 0;
    for (const changed of jsonChanges(plain)) {
      number += 1;
      if (number % every !== 0 || typeof changed !== 'object' || changed === null) continue;
      const bytes = Buffer.from(forgeHeader(changed as Record<string, unknown>));
      expect(await accepted(made, bytes), bytes.toString()).toBe(false);
      if (naivelyAccepted(made, bytes)) naive += 1;
      cases += 1;
    }
    // A keychain or passphrase slot left out or exchanged, the version it needs: none of that touches the other keys.
    expect(naive).toBeGreaterThan(0);
    counted('header parts', cases);
  });

  it('is not put together from the parts of others: another vault’s slots, an older list, another seal', async () => {
    const slot = slotOf(made.header, 'passphrase');
    const other = await vaultHeader(idFrom(2, 7), slot);
    const twin = await vaultHeader(sampleVaultId, slot);
    const { keys } = made.header;
    const older = sealedHeader(made.dataKey, sampleVaultId, keys.slice(0, 1));
    const headers: object[] = [];
    for (const foreign of [other, twin]) {
      for (const [at, slot] of keys.entries()) {
        headers.push({ ...made.header, keys: keys.with(at, foreign.header.keys[at] ?? slot) });
        headers.push({ ...foreign.header, keys: foreign.header.keys.with(at, slot) });
      }
      headers.push({ ...made.header, seal: foreign.header.seal });
      headers.push({ ...made.header, vaultId: foreign.header.vaultId, seal: foreign.header.seal });
    }
    headers.push({ ...made.header, seal: older.seal }, { ...made.header, keys: older.keys });
    headers.push({ ...older, seal: made.header.seal }, { ...older, keys });
    for (const kind of ['passphrase', 'recovery', 'keychain'])
      headers.push({ ...made.header, keys: keys.filter((slot) => slot.kind !== kind) });
    // As the older format, which has no seal: its slots are bound in another way.
    const passphrases = keys.filter((slot) => slot.kind === 'passphrase');
    const { seal: _, ...bare } = made.header;
    headers.push({ ...bare, format: 1, keys: passphrases });
    let cases = 0;
    for (const header of headers) {
      const bytes = Buffer.from(forgeHeader(header as Record<string, unknown>));
      const parsed = await readOrRefused(() => parseHeader(bytes));
      if (parsed?.format === 1) {
        expect(await readOrRefused(() => keyByPassphrase(parsed, 'a sample passphrase'))).toBeUndefined();
      } else {
        // A twin's own header is whole; it is refused because this vault's files are not under its key.
        expect(await accepted(made, bytes), bytes.toString()).toBe(false);
      }
      cases += 1;
    }
    counted('header mixtures', cases);
  });

  it('cannot be sealed again without the data key', async () => {
    const { seal: _, ...body } = { ...made.header, keys: made.header.keys.slice(0, 2) };
    for (const key of [Buffer.alloc(32), made.code, subkey(made.code, sampleVaultId, 'header')]) {
      const seal = createHmac('sha256', key).update(canonicalJson(body)).digest('base64');
      const bytes = Buffer.from(forgeHeader({ ...body, seal }));
      expect(await accepted(made, bytes)).toBe(false);
    }
    counted('header seals', 3);
  });
});

describe('unsaved text', () => {
  it('with any bit flipped, cut, moved or from another vault is never shown', async () => {
    const bed = await temporaryBed();
    const place = { clock: sampleClock, vaultId: sampleVaultId, dataKey: sampleKey };
    const real = createDrafts({ ...place, files: nodeFiles, folder: bed.folder });
    await real.put('note/one', 'what was written');
    await real.put('note/two', 'something else');
    const files = [...(await filesBelow(bed.folder))].map(([name, bytes]) => ({ name, bytes }));
    await bed.remove();
    const read = (path: string, bytes: Buffer, dataKey: Uint8Array = sampleKey) =>
      readOrRefused(async () => {
        const drafts = createDrafts({ ...place, dataKey, files: oneFile(`v/${path}`, bytes), folder: 'v' });
        return (await drafts.get('note/one'))?.text ?? (await drafts.get('note/two'))?.text;
      });
    const [one, two] = files;
    if (one === undefined || two === undefined) throw new Error('two drafts were kept');
    expect(await read(one.name, one.bytes)).toMatch(/^(what was written|something else)$/);
    let cases = 0;
    const refused = async (path: string, bytes: Buffer, dataKey?: Uint8Array) => {
      expect(await read(path, bytes, dataKey)).toBeUndefined();
      cases += 1;
    };
    for (const { name, bytes } of files) {
      for (const bad of bitFlips(bytes, sized(11, 1))) await refused(name, bad);
      for (const bad of cuts(bytes, sized(5, 1))) await refused(name, bad);
      await refused(name, bytes, randomBytes(32));
    }
    await refused(one.name, two.bytes);
    await refused(two.name, one.bytes);
    counted('drafts', cases);
  });

  it('sealed without its name would be shown in another’s place', () => {
    const bound = Buffer.from(`waymark/2/draft\n${sampleVaultId}`);
    const moved = sealMessage(sampleKey, Buffer.from('text of one'), bound);
    expect(openMessage(sampleKey, moved, bound)?.toString()).toBe('text of one');
  });
});

describe('lines of the journal', () => {
  const place = { vaultId: sampleVaultId, store: 'portfolios/sample', key: sampleKey };
  const source = { file: 'journal-000001.log', segment: 1 };
  const written = () => {
    const lines: { readonly text: string; readonly before: ReturnType<typeof firstHead> }[] = [];
    let before = firstHead(place);
    for (let number = 0; number < 4; number += 1) {
      const meta = { at: sampleInstant, who: sampleActor, action: `sample.${number}` };
      const { bytes, head } = encodeLine(place, 1, before, meta, []);
      lines.push({ text: bytes.toString('latin1').trimEnd(), before });
      before = head;
    }
    return lines;
  };

  it('with any bit flipped, cut, moved, respelled or from another journal are refused', async () => {
    const lines = written();
    let cases = 0;
    const refused = async (at: number, text: string, where: Partial<typeof place & typeof source> = {}) => {
      const before = lines[at]?.before ?? firstHead(place);
      const answer = await readOrRefused(() =>
        decodeLine({ ...place, ...where }, before, text, { ...source, ...where }),
      );
      expect(answer, text).toBeUndefined();
      cases += 1;
    };
    for (const [at, { text, before }] of lines.entries()) {
      expect(decodeLine(place, before, text, source).line.action).toBe(`sample.${at}`);
      for (const bad of bitFlips(Buffer.from(text, 'latin1'), sized(31, 1)))
        await refused(at, bad.toString('latin1'));
      for (const bad of cuts(Buffer.from(text, 'latin1'), sized(29, 1)))
        await refused(at, bad.toString('latin1'));
      for (const other of lines.keys()) if (other !== at) await refused(at, lines[other]?.text ?? '');
      const [format = '', seq = '', sealed = ''] = text.split(' ');
      let number = 0;
      for (const change of jsonChanges(sealed)) {
        number += 1;
        if (typeof change !== 'string' || number % sized(7, 1) !== 0) continue;
        await refused(at, `${format} ${seq} ${change}`);
      }
      await refused(at, text, { store: 'portfolios/other' });
      await refused(at, text, { vaultId: idFrom(2, 7) });
      await refused(at, text, { segment: 2 });
      await refused(at, text, { key: randomBytes(32) });
    }
    counted('journal lines', cases);
  });
});

describe('chunks', () => {
  it('of a checkpoint with any bit flipped, cut, or of another place are refused', async () => {
    const bed = await temporaryBed();
    const place = { vaultId: sampleVaultId, store: 'portfolios/sample', key: sampleKey, folder: bed.folder };
    const shape = 'a'.repeat(64);
    const state = emptyState(Object.keys(portfolioCollections), firstHead(place));
    const item = sampleEvidence(1);
    const evidence = state.collections.get('evidence');
    evidence?.values.set(item.id, item);
    evidence?.revisions.set(item.id, 'b'.repeat(64));
    await writeCheckpoint(nodeFiles, place, 2, shape, state);
    const [[, bytes = Buffer.alloc(0)] = []] = [...(await filesBelow(bed.folder))];
    await bed.remove();
    const read = (bad: Buffer, where: Partial<typeof place> = {}, segment = 2) =>
      readOrRefused(() => {
        const there = { ...place, folder: 'v', ...where };
        const files = oneFile(`v/${checkpointName(segment)}`, bad);
        return readCheckpoint(files, there, portfolioCollections, segment, shape);
      });
    expect((await read(bytes))?.state.collections.get('evidence')?.values.get(item.id)).toEqual(item);
    let cases = 0;
    const refused = async (...asked: Parameters<typeof read>) => {
      expect(await read(...asked)).toBeUndefined();
      cases += 1;
    };
    for (const bad of bitFlips(bytes, sized(211, 3))) await refused(bad);
    for (const bad of cuts(bytes, sized(97, 2))) await refused(bad);
    await refused(bytes, { store: 'portfolios/other' });
    await refused(bytes, { vaultId: idFrom(2, 7) });
    await refused(bytes, { key: randomBytes(32) });
    await refused(bytes, {}, 3);
    counted('checkpoint chunks', cases);
  });

  it('of an attachment with any bit flipped, cut, swapped, or marked as last are refused', async () => {
    const keys = { key: sampleKey, vaultId: sampleVaultId, store: 'portfolios/sample' };
    const parts = [Buffer.from('first chunk of an attachment'), Buffer.from('and the last one')];
    const facts = { hash: 'c'.repeat(64), size: 44 };
    const sealer = createBlobSealer(keys, randomBytes(32));
    const start = sealer.start(facts);
    const chunks = parts.map((part, at) => sealer.chunk(at, at === 1, part));
    const other = createBlobSealer(keys, randomBytes(32)).chunk(0, false, parts[0] ?? start);
    const opened = openBlobStart(keys, 'blob', start);
    expect(opened.chunk(0, false, chunks[0] ?? start)).toEqual(parts[0]);
    let cases = 0;
    const refused = async (read: () => unknown) => {
      expect(await readOrRefused(read)).toBeUndefined();
      cases += 1;
    };
    for (const bad of [...bitFlips(start, sized(13, 1)), ...cuts(start, sized(7, 1))].filter(
      (bad) => bad.length <= start.length,
    )) {
      await refused(() => {
        const blob = openBlobStart(keys, 'blob', bad);
        return blob.hash === facts.hash && blob.size === facts.size
          ? blob.chunk(0, false, chunks[0] ?? bad)
          : blob;
      });
    }
    for (const [at, chunk] of chunks.entries()) {
      for (const bad of bitFlips(chunk, sized(7, 1))) await refused(() => opened.chunk(at, at === 1, bad));
      for (const bad of cuts(chunk, sized(3, 1))) await refused(() => opened.chunk(at, at === 1, bad));
      await refused(() => opened.chunk(1 - at, at === 1, chunk));
      await refused(() => opened.chunk(at, at !== 1, chunk));
      await refused(() => opened.chunk(at, at === 1, chunks[1 - at] ?? chunk));
    }
    await refused(() => opened.chunk(0, false, other));
    for (const where of [{ store: 'portfolios/other' }, { vaultId: idFrom(2, 7) }, { key: randomBytes(32) }])
      await refused(() => openBlobStart({ ...keys, ...where }, 'blob', start));
    counted('attachment chunks', cases);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGuarded } from '#electron/exchange/json-guard.ts';
import { packageLimits } from '#shared/domain/packages/limits.ts';
import { entryNamePattern, type Manifest, manifestSchema } from '#shared/domain/packages/manifest.ts';
import { isRiskyFile } from '#shared/domain/packages/risky-files.ts';
import { sized } from '#test/support/prove.ts';

const sha = 'ab'.repeat(32);
const id = '3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c11';
const good: Manifest = {
  format: 'waymark-package-1',
  needs: '0.1.0',
  packageId: id,
  audience: 'panel',
  sender: { profileId: id, name: 'Dr Test Doctor (invented)', certificate: sha, card: sha },
  recipients: ['Dr Test Supervisor (invented)'],
  madeAt: '2026-11-21T12:00:00.000Z',
  portfolio: { id, doctor: 'Dr Test Doctor (invented)', packId: 'paediatrics', packVersion: '1' },
  journal: { entries: 3, hash: sha },
  counts: { portfolio: 1, evidence: 2, reviews: 0, seals: 0, revisions: 3, originals: 1 },
  entries: [
    { path: 'index.csv', size: 3, sha256: sha },
    { path: `originals/${sha}.pdf`, size: 4, sha256: sha },
  ],
};

const read = (bytes: Uint8Array) => {
  try {
    return manifestSchema.safeParse(parseGuarded(bytes, 'manifest.json'));
  } catch (thrown) {
    // Refused is what must be; anything else is a fault.
    if (thrown instanceof Error && thrown.message === 'PACKAGE_REFUSED') return undefined;
    throw thrown;
  }
};

/** Every place in a value, as a path. */
function places(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))];
}
function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) };
  (copy as Record<string | number, unknown>)[first] = replaced(
    (value as Record<string | number, unknown>)[first],
    rest,
    by,
  );
  return copy;
}
const anywhere = fc.constantFrom(...places(good));
const strange = fc.oneof(
  fc.anything({ withNullPrototype: false, withBigInt: false }),
  fc.constantFrom(
    '',
    '../x',
    '__proto__',
    '\u202e',
    -1,
    1e308,
    2 ** 53,
    null,
    [],
    {},
    'data/x.json',
    'A'.repeat(500),
  ),
  fc.json().map((text) => JSON.parse(text)),
);
/** Something to do to the text itself: bytes flipped, cut, repeated, put in. */
const harm = fc.record({
  at: fc.nat(2000),
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'put'),
  byte: fc.nat(255),
});

describe('manifests from anywhere', () => {
  it('are what the schema says, or refused: never anything between, and nothing is left behind', () => {
    const runs = sized(300, 20_000);
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    let refused = 0;
    fc.assert(
      fc.property(anywhere, strange, fc.array(harm, { maxLength: 3 }), (path, value, harms) => {
        const text = JSON.stringify(replaced(good, path, value)) ?? '';
        let bytes: Buffer = Buffer.from(text);
        for (const { at, kind, byte } of harms) {
          const place = at % Math.max(1, bytes.length);
          const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)];
          if (kind === 'flip')
            bytes = Buffer.concat([head, Buffer.of((tail[0] ?? 0) ^ (byte || 1)), tail.subarray(1)]);
          else if (kind === 'cut') bytes = Buffer.concat([head, tail.subarray(byte)]);
          else if (kind === 'repeat') bytes = Buffer.concat([bytes, tail]);
          else bytes = Buffer.concat([head, Buffer.of(byte), tail]);
        }
        const found = read(bytes);
        if (found?.success !== true) {
          refused += 1;
          return;
        }
        // What is let through is a manifest in every part, and says nothing that its form does not have.
        for (const { path: name, size } of found.data.entries) {
          expect(name).toMatch(entryNamePattern);
          expect(size).toBeLessThanOrEqual(packageLimits.original);
        }
        expect(Object.keys(found.data).sort()).toEqual(Object.keys(good).sort());
      }),
      { numRuns: runs },
    );
    expect(refused).toBeGreaterThan(runs / 3);
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  }, 120_000);

  it('that are honest are read', () => {
    expect(read(Buffer.from(JSON.stringify(good)))?.success).toBe(true);
    expect(read(Buffer.from(JSON.stringify(good, null, 2)))?.success).toBe(true);
  });

  it('agree with the parser about every JSON that is let through', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 20 }), (text) => {
        let guarded: unknown;
        try {
          guarded = parseGuarded(Buffer.from(text), 'x');
        } catch {
          return;
        }
        expect(guarded).toEqual(JSON.parse(text));
      }),
      { numRuns: sized(300, 20_000) },
    );
  });
});

describe('names of entries', () => {
  it.each([
    'data/evidence.json',
    'data/evidence-2.json',
    `originals/${sha}`,
    `originals/${sha}.docx`,
    'SHA256SUMS',
  ])('%s may be', (name) => expect(name).toMatch(entryNamePattern));

  it('are letters, digits, one slash and one dot: nothing a file system reads otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        if (entryNamePattern.test(name)) expect(name).toMatch(/^[A-Za-z0-9/.-]+$/);
      }),
    );
    for (const name of [
      'manifest.json\n',
      'data/evidence-0.json',
      'DATA/evidence.json',
      `originals/${sha}.PDF`,
    ])
      expect(name).not.toMatch(entryNamePattern);
  });
});

describe('files that run', () => {
  it.each(['a.exe', 'a.pdf.EXE', 'a.exe ', 'a.exe...', 'macro.docm', 'x.lnk', 'y.js', 'z.hta', 'w.iso'])(
    '%s',
    (name) => expect(isRiskyFile({ name, mediaType: 'application/pdf' })).toBe(true),
  );
  it.each(['a.pdf', 'exe.pdf', 'scan.jpeg', 'notes.docx', 'archive.zip', 'mail.eml'])('and not %s', (name) =>
    expect(isRiskyFile({ name, mediaType: 'application/pdf' })).toBe(false),
  );
  it('by what they are, whatever they are called', () =>
    expect(isRiskyFile({ name: 'scan.pdf', mediaType: 'application/x-msdownload' })).toBe(true));
});

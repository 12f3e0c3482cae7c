import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { generate } from 'lean-qr';
import { beforeAll, describe, expect, it } from 'vitest';
import { compactCard, fullCard } from '#electron/trust/compact-card.ts';
import { cardPrefix, compactCardPrefix } from '#shared/domain/cards.ts';
import { cards, type TestPerson, testPerson } from '#test/support/people-cards.ts';

const refused = expect.objectContaining({ failure: 'PACKAGE_REFUSED', data: { why: 'card', entry: '' } });

let anna: TestPerson;
beforeAll(async () => {
  anna = await testPerson('Dr Anna Ó Briain-Łęcka (invented)');
});

describe('a card in its short form', () => {
  it('is the same card, and needs a QR code of less than half the modules', () => {
    const compact = cards.compact(anna.text);
    expect(compact).toMatch(/^WAYMARK-CARD:2:[0-9A-Z$*+.-]+$/);
    expect(fullCard(compact)).toBe(anna.text);
    expect(cards.read(` ${compact}\n`)).toEqual(cards.read(anna.text));
    const [small, large] = [generate(compact).size, generate(anna.text).size];
    expect(small).toBeLessThanOrEqual(97);
    expect(small ** 2 / large ** 2).toBeLessThan(0.5);
  });

  it('brings back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const text = `${cardPrefix}${Buffer.from(bytes).toString('base64url')}`;
        expect(fullCard(compactCard(text))).toBe(text);
      }),
    );
  });

  it('reads what was printed before: the dictionary never changes', () => {
    // Names every byte of the dictionary.
    const printed = `${compactCardPrefix}I2QAYBI-O.-HTDP00`;
    const full = Buffer.from(fullCard(printed).slice(cardPrefix.length), 'base64url');
    expect(createHash('sha256').update(full).digest('hex')).toBe(
      'e7142434a2c570a121bc207810751cb2d93ae952158c7cd210f2233290b88e06',
    );
  });

  it('is refused with any character changed, cut, or with anything behind it', () => {
    const compact = cards.compact(anna.text);
    const start = compactCardPrefix.length;
    for (let at = start; at < compact.length; at += 7) {
      const letter = compact[at] === 'A' ? 'B' : 'A';
      expect(() => cards.read(compact.slice(0, at) + letter + compact.slice(at + 1)), String(at)).toThrow(
        refused,
      );
      expect(() => cards.read(compact.slice(0, at))).toThrow(refused);
    }
    for (const more of ['000', 'AA', 'A', 'ä', compact.slice(start)])
      expect(() => cards.read(compact + more)).toThrow(refused);
  });
});

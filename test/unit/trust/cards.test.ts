import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { joinParts, splitParts } from '#electron/trust/card-form.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { cardPrefix, longestCardText } from '#shared/domain/cards.ts';
import { type Card, cardSchema, spokenFingerprint } from '#shared/domain/people.ts';
import { cards, type TestPerson, testPerson, testRecipient } from '#test/support/people-cards.ts';
import { testSigner } from '#test/support/trust-documents.ts';

const refused = expect.objectContaining({ failure: 'PACKAGE_REFUSED', data: { why: 'card', entry: '' } });
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

let anna: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  anna = await testPerson('Dr Anna Ó Briain-Łęcka (invented)');
  other = await testPerson('Dr Somebody Else (invented)');
});

const partsOf = (text: string) => [...splitParts(Buffer.from(text.slice(cardPrefix.length), 'base64url'))];
const textOf = (parts: readonly Uint8Array[]) => `${cardPrefix}${joinParts(parts).toString('base64url')}`;
const without = ({ certificates: _, ...rest }: Card) => rest;

describe('a card', () => {
  it('is one line that reads back as it was written, and fits a QR code', () => {
    expect(anna.text).toMatch(/^waymark-card:1:[A-Za-z0-9_-]+$/);
    expect(cards.read(anna.text).card).toEqual(anna.card);
    expect(cards.read(`\n  ${anna.text}\r\n`).card).toEqual(anna.card);
    // 2,331: what the largest QR code holds at error correction M.
    expect(anna.text.length).toBeLessThan(2331);
  });

  it('reads back whatever a profile can be', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) => `x${text}`);
    const { signer } = anna;
    await fc.assert(
      fc.asyncProperty(word, fc.boolean(), async (name, hasNumber) => {
        const card = cardSchema.parse({ ...anna.card, name, gmcNumber: hasNumber ? '1234567' : null });
        expect(cards.read(await cards.write(card, signer.open.seal)).card).toEqual(card);
      }),
      { numRuns: 60 },
    );
  });

  it('has a fingerprint of root and recipient alone, which people can say', async () => {
    const { fingerprint } = cards.read(anna.text);
    const renamed = { ...anna.card, name: 'Dr Anna Newname (invented)' };
    const again = cards.read(await cards.write(renamed, anna.signer.open.seal));
    expect(again.fingerprint).toBe(fingerprint);
    const moved = { ...anna.card, recipient: testRecipient('elsewhere') };
    expect(cards.read(await cards.write(moved, anna.signer.open.seal)).fingerprint).not.toBe(fingerprint);
    expect(spokenFingerprint(fingerprint).join(' ')).toMatch(/^(\d{5} ){5}\d{5}$/);
  });

  it('is refused with any one character changed, left out or added', () => {
    const { text } = anna;
    for (let at = 0; at < text.length; at += 1) {
      const now = text[at] ?? '';
      const changed = alphabet[(alphabet.indexOf(now) + 1) % alphabet.length] ?? 'A';
      for (const part of [changed, '', `${now}A`]) {
        const altered = text.slice(0, at) + part + text.slice(at + 1);
        if (altered !== text) expect(() => cards.read(altered), `at ${at}`).toThrow(refused);
      }
    }
  });

  it('is refused when what it says is changed: its schema alone would have taken it', async () => {
    const altered: Card = { ...anna.card, recipient: testRecipient('attacker') };
    expect(cardSchema.safeParse(altered).success).toBe(true);
    const [, leaf, root, signature] = partsOf(anna.text);
    if (leaf === undefined || root === undefined || signature === undefined) throw new Error('parts');
    const about = Buffer.from(canonicalJson(without(altered)));
    expect(() => cards.read(textOf([about, leaf, root, signature]))).toThrow(refused);
    // Signed by somebody else's key: their certificates would have to come along, and with them their fingerprint.
    const resealed = await cards.write(altered, other.signer.open.seal);
    expect(() => cards.read(resealed)).toThrow(refused);
  });

  it('is refused without a chain of certificates from one device', async () => {
    const [leaf = '', root = ''] = anna.card.certificates;
    const [, otherRoot = ''] = other.card.certificates;
    const sealed = (certificates: readonly string[]) =>
      cards.write({ ...anna.card, certificates }, anna.signer.open.seal);
    expect(cards.read(await sealed([leaf, root])).card.name).toBe(anna.card.name);
    for (const chain of [[leaf, otherRoot], [root, leaf], [leaf], [leaf, root, otherRoot], [root, root]]) {
      const text = await sealed(chain);
      expect(() => cards.read(text), `${chain.length} certificates`).toThrow(refused);
    }
  });

  it('of somebody with keys on the same device is theirs alone', async () => {
    const { root } = anna.signer;
    const second = await testSigner('Dr Second On Device (invented)', root);
    const text = await cards.write(anna.card, second.open.seal);
    expect(() => cards.read(text)).toThrow(refused);
  });

  it.each([
    ['nothing', ''],
    ['prose', 'Dear colleague, here is my card'],
    ['the prefix alone', cardPrefix],
    ['another version', 'waymark-card:2:AAAA'],
    ['rubbish', `${cardPrefix}${'A'.repeat(600)}`],
    ['a prototype', `${cardPrefix}${Buffer.from('\0\x10{"__proto__":{}}').toString('base64url')}`],
    ['too much', `${cardPrefix}${'A'.repeat(longestCardText)}`],
  ])('is refused when it is %s', (_what, text) => {
    expect(() => cards.read(text)).toThrow(refused);
  });

  it('is refused with two in one text', () => {
    expect(() => cards.read(`${anna.text}\n${other.text}`)).toThrow(refused);
  });
});

import { createHash } from 'node:crypto';
import { createCards } from '#electron/trust/cards.ts';
import { type Card, recipientSchema } from '#shared/domain/people.ts';
import { type TestSigner, testSigner } from './trust-documents.ts';

export const cards = createCards();
const bech32 = '023456789acdefghjklmnpqrstuvwxyz';

/** A recipient that looks like one. Nothing can be decrypted with it. */
export const testRecipient = (seed: string): string =>
  recipientSchema.parse(
    `age1${[...createHash('sha512').update(seed).digest()]
      .slice(0, 58)
      .map((byte) => bech32[byte % 32])
      .join('')}`,
  );

export type TestPerson = { readonly card: Card; readonly text: string; readonly signer: TestSigner };

/** Somebody invented, with keys of their own and a card signed with them. */
export async function testPerson(name: string, changes: Partial<Card> = {}): Promise<TestPerson> {
  const signer = await testSigner(name);
  const card: Card = {
    profileId: crypto.randomUUID(),
    name,
    roles: ['supervisor'],
    gmcNumber: '0000010',
    recipient: testRecipient(name),
    certificates: signer.record.certificates,
    ...changes,
  };
  return { card, text: await cards.write(card, signer.open.seal), signer };
}

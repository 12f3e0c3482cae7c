import { canonicalJson } from '#shared/domain/canonical.ts';
import { cardPrefix, compactCardPrefix, longestCardText, sealedCardText } from '#shared/domain/cards.ts';
import { failure } from '#shared/domain/failure.ts';
import { type Card, cardSchema } from '#shared/domain/people.ts';
import type { Cards } from '../services/ports/cards.ts';
import { fromBase64url, joinParts, splitParts } from './card-form.ts';
import { type ReadCertificate, readCertificate } from './certificate-reader.ts';
import { chainKind, checkChain } from './chain-check.ts';
import { compactCard, fullCard } from './compact-card.ts';
import { digestOf, sha256Of } from './digest.ts';
import { certificateDer, certificatePem } from './pem.ts';
import { verifySeal } from './seal.ts';

function chainOf({ certificates }: Pick<Card, 'certificates'>): readonly [ReadCertificate, ReadCertificate] {
  const [leaf, root, ...others] = certificates.map((pem) => readCertificate(certificateDer(pem)));
  if (leaf === undefined || root === undefined || others.length > 0)
    throw new RangeError('not two certificates');
  return [leaf, root];
}

function spell(card: Card, signature: string): string {
  const { certificates, ...rest } = card;
  const parts = [
    Buffer.from(canonicalJson(rest), 'utf8'),
    ...certificates.map(certificateDer),
    Buffer.from(signature, 'base64'),
  ];
  return `${cardPrefix}${joinParts(parts).toString('base64url')}`;
}

function parse(text: string): Card {
  const [about, leaf, root, signature, ...others] = splitParts(fromBase64url(text.slice(cardPrefix.length)));
  if (about === undefined || leaf === undefined || root === undefined || signature === undefined)
    throw new RangeError('a part is missing');
  const rest: Record<string, unknown> = JSON.parse(about.toString('utf8'));
  const card = cardSchema.parse({ ...rest, certificates: [certificatePem(leaf), certificatePem(root)] });
  const seal = signature.toString('base64');
  if (others.length > 0 || spell(card, seal) !== text) throw new RangeError('not as it would be written');
  const [own, issuer] = chainOf(card);
  const chain = [own, issuer] as const;
  if (checkChain(chain).length > 0 || chainKind(chain) !== 'device') throw new RangeError('certificates');
  if (!verifySeal(sealedCardText(card), seal, card.certificates[0] ?? '')) throw new RangeError('signature');
  return card;
}

function fingerprint(card: Pick<Card, 'certificates' | 'recipient'>): string {
  const [, root] = chainOf(card);
  return digestOf(root.der, Buffer.from(card.recipient, 'utf8')).toString('hex');
}

/** Profile cards: written, and read as strictly as they are written. */
export const createCards = (): Cards => ({
  write: async (card, seal) => spell(card, await seal(sealedCardText(card))),
  read: (text) => {
    const line = text.length > longestCardText ? '' : text.trim();
    try {
      const full = line.startsWith(compactCardPrefix) ? fullCard(line) : line;
      if (!full.startsWith(cardPrefix)) throw new RangeError('not a card');
      const card = parse(full);
      return { card, fingerprint: fingerprint(card) };
    } catch {
      // Whatever is wrong with it, the advice is the same: get the card again.
      throw failure('PACKAGE_REFUSED', { why: 'card', entry: '' });
    }
  },
  compact: compactCard,
  fingerprint,
  certificateHash: (card) => sha256Of(chainOf(card)[0].der),
});

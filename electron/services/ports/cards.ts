import type { Sha256 } from '#shared/domain/ids.ts';
import type { Card } from '#shared/domain/people.ts';

/** Profile cards as text. Nothing here knows a vault. */
export type Cards = {
  /** One line of text: the card, and its owner's signature over `sealedCardText`. */
  readonly write: (card: Card, seal: (text: string) => Promise<string>) => Promise<string>;
  /** Reads one card, with nothing but white space around it. Fails with PACKAGE_REFUSED, why `card`. */
  readonly read: (text: string) => { readonly card: Card; readonly fingerprint: Sha256 };
  /** A written card's text in few characters, for a QR code. `read` takes it too. */
  readonly compact: (text: string) => string;
  /** SHA-256 over the root certificate and the recipient: what is compared by voice. */
  readonly fingerprint: (card: Pick<Card, 'certificates' | 'recipient'>) => Sha256;
  /** SHA-256 of the DER of a card's own certificate, the one its owner signs with. */
  readonly certificateHash: (card: Pick<Card, 'certificates'>) => Sha256;
};

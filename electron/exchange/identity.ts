import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Exchange } from '../services/ports/exchange.ts';

/** X25519 by name: the library's default may become a hybrid that the age tools people have cannot read. */
export const newIdentity: Exchange['newIdentity'] = async () => {
  const secret = await generateX25519Identity();
  return { secret, recipient: await identityToRecipient(secret) };
};

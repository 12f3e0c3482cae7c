import type { AgeIdentity } from '#shared/domain/people.ts';
import type { OpenVault, Ports } from './ports.ts';

const making = new WeakMap<OpenVault, Promise<AgeIdentity>>();

async function make(ports: Ports, vault: OpenVault): Promise<AgeIdentity> {
  const keys = await ports.exchange.newIdentity();
  const identity: AgeIdentity = { id: 'age', ...keys, createdAt: ports.clock.now().toISOString() };
  await vault.profile.commit('identity.create', [
    { collection: 'identities', id: identity.id, value: identity },
  ]);
  return identity;
}

/** The age identity that packages for this vault's owner are encrypted to; made when it is first needed. */
export async function ownIdentity(ports: Ports, vault: OpenVault): Promise<AgeIdentity> {
  const known = vault.profile.get('identities', 'age');
  if (known !== undefined) return known;
  // Asked for twice at once, it is still made once: a card shown with the one would be lost with the other.
  const pending = making.get(vault) ?? make(ports, vault);
  making.set(vault, pending);
  try {
    return await pending;
  } finally {
    making.delete(vault);
  }
}

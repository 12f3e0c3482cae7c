import type { Id } from '#shared/domain/ids.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import type { Profile, ProfileInput } from '#shared/domain/profile.ts';
import type { OpenVault, Ports } from './ports.ts';

/** Writes the first records of a new vault in one commit: who its owner is, their keys, the outcome list. */
export async function furnishVault(
  ports: Ports,
  vault: OpenVault,
  id: Id,
  input: ProfileInput,
  sample: boolean,
): Promise<Profile> {
  const now = ports.clock.now();
  const profile: Profile = { ...input, id, createdAt: now.toISOString(), sample };
  const root = await ports.signers.newRoot(profile.name);
  const signer = await ports.signers.newSigner({
    id: ports.newId(),
    name: profile.name,
    gmcNumber: profile.gmcNumber,
    owner: true,
    passphrase: null,
    root,
    now,
  });
  await vault.profile.commit('vault.create', [
    { collection: 'profile', id: profile.id, value: profile },
    { collection: 'roots', id: root.id, value: root },
    { collection: 'signers', id: signer.id, value: signer },
    { collection: 'settings', id: 'settings', value: { id: 'settings', outcomes: defaultOutcomes } },
  ]);
  return profile;
}

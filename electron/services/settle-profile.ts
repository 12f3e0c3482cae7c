import { combinedPeople } from './people-conflicts.ts';
import type { Change, OpenVault, ProfileRecords } from './ports.ts';

/** What belongs to this vault: nobody is asked which of two settings, or of two lists of portfolios, is the right one. */
const own: ReadonlySet<string> = new Set<keyof ProfileRecords>([
  'profile',
  'shelf',
  'settings',
  'signers',
  'roots',
  'identities',
  'travels',
  'packs',
  'matchings',
]);

/**
 * Ends what merging another version of this vault left side by side in the owner's own records: each stays as it is here,
 * and the other side is in the history. A person whose card is the same on both sides becomes one; where the cards differ
 * the owner is asked, for the other may be one that is to be compared.
 */
export async function settleProfile({ profile }: OpenVault): Promise<void> {
  const changes = profile.conflicts().flatMap(({ collection, id }) => {
    if (!own.has(collection)) return [];
    const value = profile.heads(collection as keyof ProfileRecords, id)[0]?.value ?? null;
    // The store validates it against its collection before anything is written.
    return [{ collection, id, value, settles: true } as Change<ProfileRecords>];
  });
  const all = [...changes, ...combinedPeople(profile)];
  if (all.length > 0) await profile.commit('conflict.settle', all);
}

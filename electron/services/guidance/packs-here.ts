import { failure } from '#shared/domain/failure.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { compareVersions } from '#shared/domain/versions.ts';
import { guidancePacks } from '#shared/guidance/packs.ts';
import type { OpenVault } from '../ports.ts';

export type PackHere = { readonly pack: GuidancePack; readonly origin: 'shipped' | 'own' };

/**
 * Every guidance pack that can be chosen, in its newest version: the shipped ones, then the owner's by title. An own pack
 * may be a newer version of a shipped one, and then stands in its place.
 * @param vault none before one is open.
 */
export function packsHere(vault: OpenVault | undefined): readonly PackHere[] {
  const own = new Map([...(vault?.profile.all('packs').values() ?? [])].map(({ id, pack }) => [id, pack]));
  const shipped = guidancePacks.map((pack): PackHere => {
    const mine = own.get(pack.id);
    const isNewer = mine !== undefined && compareVersions(mine.version, pack.version) > 0;
    return isNewer ? { pack: mine, origin: 'own' } : { pack, origin: 'shipped' };
  });
  const known = new Set(guidancePacks.map(({ id }) => id));
  const others = [...own.values()]
    .filter(({ id }) => !known.has(id))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
    .map((pack): PackHere => ({ pack, origin: 'own' }));
  return [...shipped, ...others];
}

/** Fails with NOT_FOUND. */
export function packHere(vault: OpenVault | undefined, id: string): PackHere {
  const found = packsHere(vault).find(({ pack }) => pack.id === id);
  if (found === undefined) throw failure('NOT_FOUND', { what: 'guidance' });
  return found;
}

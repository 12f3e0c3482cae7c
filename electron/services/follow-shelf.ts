import type { Portfolio, ShelfEntry } from '#shared/domain/portfolio.ts';
import type { OpenVault } from './ports.ts';

export const shelfEntryOf = (portfolio: Portfolio): ShelfEntry => ({
  id: portfolio.id,
  doctorName: portfolio.doctor.name,
  packId: portfolio.packId,
  createdAt: portfolio.createdAt,
});

/** The vault lists its portfolios without opening them: a changed one is listed anew, where that shows. */
export async function followShelf(vault: OpenVault, portfolio: Portfolio): Promise<void> {
  const entry = shelfEntryOf(portfolio);
  const listed = vault.profile.get('shelf', portfolio.id);
  if (listed?.doctorName === entry.doctorName && listed.packId === entry.packId) return;
  await vault.profile.commit('portfolio.update', [{ collection: 'shelf', id: entry.id, value: entry }]);
}

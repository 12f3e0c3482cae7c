import { damaged } from './faults.ts';
import type { Files } from './files.ts';
import { headerName } from './vault-header.ts';

export const profileFolder = 'profile';
export const portfoliosFolder = 'portfolios';
export const portfolioPath = (id: string) => `${portfoliosFolder}/${id}`;

/**
 * A folder without a header may be used for a new vault only if no record was ever kept in it: otherwise the header
 * is what is missing, and writing a new one would make everything unreadable for good. Fails with VAULT_DAMAGED.
 */
export async function assertNeverUsed(files: Files, folder: string): Promise<void> {
  const portfolios = (await files.list(`${folder}/${portfoliosFolder}`)) ?? [];
  for (const store of [profileFolder, ...portfolios.map(portfolioPath)]) {
    for (const name of (await files.list(`${folder}/${store}`)) ?? []) {
      if (((await files.size(`${folder}/${store}/${name}`)) ?? 0) === 0) continue;
      if (/^(journal|checkpoint)-/.test(name)) throw damaged(headerName, 'missing');
    }
  }
}

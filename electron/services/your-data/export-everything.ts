import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { exportReadme } from '#shared/domain/open-export/readme.ts';
import { peopleTable } from '#shared/domain/open-export/tables.ts';
import { createNames } from '#shared/domain/safe-names.ts';
import type { ArchiveFile } from '../ports/open-files.ts';
import type { OpenVault, Ports } from '../ports.ts';
import { portfolioOf, type Session } from '../session.ts';
import { portfolioFiles, textFile } from './portfolio-files.ts';

const nameLength = 50; // of a portfolio's folder

/** An export that is ready to be written: nothing has been read but the records. */
export type OpenExport = {
  readonly name: string;
  readonly files: readonly ArchiveFile[];
  /** Bytes of originals and reports: what takes the time. */
  readonly bytes: number;
  readonly items: number;
  readonly originals: number;
};

/** The owner and their keys as others may know them: no secret half is in it. */
function profileJson(vault: OpenVault): string {
  const { profile } = vault;
  return JSON.stringify(
    {
      profile: [...profile.all('profile').values()],
      settings: [...profile.all('settings').values()],
      // Without the hash of what was found: it could be guessed back.
      identifiersLeft: [...profile.all('dismissals').values()].map(({ what: _, ...left }) => left),
      spreadsheetColumns: [...profile.all('matchings').values()],
      opportunities: [...profile.all('opportunities').values()],
      signers: [...profile.all('signers').values()].map(({ wrappedKey: _, ...signer }) => signer),
      recipients: [...profile.all('identities').values()].map(({ recipient, createdAt }) => ({
        recipient,
        createdAt,
      })),
    },
    null,
    2,
  );
}

/**
 * Everything these portfolios hold in open formats, as the files of one folder. Fails with NOT_FOUND (`portfolio`),
 * LOCKED, VAULT_DAMAGED, VAULT_NEWER.
 * @param chosen null: every portfolio of the vault.
 */
export async function openExport(ports: Ports, session: Session, chosen: Id | null): Promise<OpenExport> {
  const vault = session.vault();
  const owner = session.profile();
  const shelf = [...vault.profile.all('shelf').values()];
  const entries = chosen === null ? shelf : shelf.filter(({ id }) => id === chosen);
  if (chosen !== null && entries.length === 0) throw failure('NOT_FOUND', { what: 'portfolio' });
  const on = ports.clock.today();
  const top = `Waymark export ${on}`;
  const names = createNames();
  const parts = [];
  for (const { id } of entries) {
    const portfolio = await session.portfolio(id);
    const { doctor } = portfolioOf(portfolio.store);
    const folder = names(`${doctor.name}, ${portfolio.pack.title}`, 'Portfolio', nameLength);
    parts.push({
      folder,
      ...(await portfolioFiles(ports, portfolio, `${top}/${folder}`, owner?.name ?? '')),
    });
  }
  const people = [...vault.profile.all('people').values()];
  const readme = exportReadme({
    owner: owner?.name ?? '',
    on,
    version: ports.version,
    folders: parts.map(({ folder }) => folder),
    missing: parts.flatMap(({ missing }) => missing),
  });
  return {
    name: `${top}.zip`,
    files: [
      textFile(`${top}/README.txt`, () => readme),
      textFile(`${top}/people.csv`, () => ports.openFiles.csv(peopleTable(people))),
      textFile(`${top}/people.json`, () => JSON.stringify(people, null, 2)),
      textFile(`${top}/profile.json`, () => profileJson(vault)),
      ...parts.flatMap(({ files }) => files),
    ],
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    items: parts.reduce((sum, { items }) => sum + items, 0),
    originals: parts.reduce((sum, { originals }) => sum + originals, 0),
  };
}

import type { Services } from '#shared/contract/services.ts';
import type { OpenExportResult, YourData } from '#shared/contract/your-data.ts';
import { bothFiles } from '#shared/domain/evidence.ts';
import { laterCollections } from '#shared/domain/packages/audiences.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import type { Session } from '../session.ts';
import { inSlices } from '../slices.ts';
import { openExport } from './export-everything.ts';
import { exportBytes } from './write-export.ts';

type Holding = YourData['portfolios'][number]['holdings'][number];

async function jsonBytes(records: readonly unknown[]): Promise<number> {
  let bytes = 0;
  await inSlices(records, (record) => {
    bytes += Buffer.byteLength(JSON.stringify(record));
  });
  return bytes;
}

const own = laterCollections;

async function holdingsOf(store: PortfolioStore): Promise<readonly Holding[]> {
  const evidence = [...store.all('evidence').values()];
  const kept = evidence.filter(({ trashedAt }) => trashedAt === null);
  const trashed = evidence.filter(({ trashedAt }) => trashedAt !== null);
  const originals = new Map(
    evidence
      .flatMap(({ attachments }) => attachments.flatMap(bothFiles))
      .map((file) => [file.hash, file.size]),
  );
  const reviews = [...store.all('reviews').values()];
  const reports = reviews.flatMap(({ signOff }) => (signOff === null ? [] : [signOff.reportSize]));
  const seals = [...store.all('seals').values()];
  const searches = [...store.all('searches').values()];
  const ownHoldings: Holding[] = [];
  for (const kind of own) {
    const records = [...store.all(kind).values()];
    ownHoldings.push({ kind, count: records.length, bytes: await jsonBytes(records) });
  }
  const total = (sizes: Iterable<number>) => [...sizes].reduce((sum, size) => sum + size, 0);
  return [
    { kind: 'evidence', count: kept.length, bytes: await jsonBytes(kept) },
    { kind: 'evidence-in-trash', count: trashed.length, bytes: await jsonBytes(trashed) },
    { kind: 'links', count: total(evidence.map(({ links }) => links.length)), bytes: null },
    { kind: 'originals', count: originals.size, bytes: total(originals.values()) },
    { kind: 'reviews', count: reviews.length, bytes: await jsonBytes(reviews) },
    { kind: 'signed-reports', count: reports.length, bytes: total(reports) },
    { kind: 'seals', count: seals.length, bytes: await jsonBytes(seals) },
    { kind: 'searches', count: searches.length, bytes: await jsonBytes(searches) },
    ...ownHoldings,
    { kind: 'history', count: store.head().entries, bytes: null },
  ];
}

/** What the vault holds, shown and given away whole: for people who want to know, or to leave. */
export function createYourDataService(ports: Ports, session: Session): Services['yourData'] {
  return {
    show: async () => {
      const { profile } = session.vault();
      const portfolios = [];
      for (const entry of profile.all('shelf').values()) {
        const { store } = await session.portfolio(entry.id);
        const { id, doctorName, packId } = entry;
        portfolios.push({ id, doctor: doctorName, packId, holdings: await holdingsOf(store) });
      }
      return {
        portfolios,
        people: profile.all('people').size,
        signingKeys: profile.all('signers').size,
        dismissals: profile.all('dismissals').size,
        matchings: profile.all('matchings').size,
        ownPacks: profile.all('packs').size,
        opportunities: profile.all('opportunities').size,
        travelled: [...profile.all('travels').values()]
          .map(({ items: _which, ...travel }) => travel)
          .sort((a, b) => b.at.localeCompare(a.at)),
      };
    },
    exportAll: async ({ portfolioId }) => {
      const made = await openExport(ports, session, portfolioId);
      const { name, items, originals } = made;
      const jobId = session.jobs.start('open-export', async ({ progress, signal }) => {
        progress('write', 0, made.bytes);
        const bytes = exportBytes(ports, made, {
          signal,
          onProgress: (done, total) => progress('write', done, total),
        });
        const { id, size } = await ports.outbox.keep({ name, mediaType: 'application/zip', bytes });
        return { fileId: id, name, size, items, originals } satisfies OpenExportResult;
      });
      return { jobId };
    },
  };
}

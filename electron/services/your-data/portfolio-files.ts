import { newestPostFirst } from '#shared/domain/cv/post.ts';
import { bothFiles, type EvidenceItem, type KeptFile } from '#shared/domain/evidence.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { type PlacedFile, portfolioTables } from '#shared/domain/open-export/tables.ts';
import type { PortfolioContent, Selection } from '#shared/domain/packages/portfolio-content.ts';
import type { Review } from '#shared/domain/review.ts';
import { createNames } from '#shared/domain/safe-names.ts';
import { summaryOf } from '../packages/describe.ts';
import type { ArchiveFile } from '../ports/open-files.ts';
import type { BlobStore, PortfolioRecords, PortfolioStore, Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf } from '../session.ts';

/** What a part of an export consists of. */
export type ExportPart = {
  readonly files: readonly ArchiveFile[];
  /** Bytes of the originals and reports in it. */
  readonly bytes: number;
  readonly items: number;
  readonly originals: number;
  readonly missing: readonly string[];
};

// Every collection, by name: a new one cannot be forgotten.
const collections: readonly (keyof PortfolioRecords)[] = Object.keys({
  portfolio: true,
  evidence: true,
  reviews: true,
  seals: true,
  searches: true,
  placements: true,
  recommendations: true,
  verifiers: true,
  referees: true,
  posts: true,
  cvs: true,
  meetings: true,
  agreements: true,
  actions: true,
  feedback: true,
  ratings: true,
  requests: true,
  supervisorReports: true,
  steps: true,
  snapshots: true,
  sheets: true,
} satisfies Record<keyof PortfolioRecords, true>) as (keyof PortfolioRecords)[];

const folderLength = 60;

async function* textBytes(text: () => string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text());
}

/** A text file of the archive, made when its turn comes. */
export const textFile = (path: string, text: () => string): ArchiveFile => ({
  path,
  compress: true,
  bytes: () => textBytes(text),
});

async function* blobBytes(blobs: BlobStore, hash: Sha256): AsyncGenerator<Uint8Array> {
  const blob = await blobs.read(hash);
  if (blob !== undefined) yield* blob.bytes;
}

const blobFile = (blobs: BlobStore, hash: Sha256, path: string): ArchiveFile => ({
  path,
  compress: false,
  bytes: () => blobBytes(blobs, hash),
});

function recordsJson(store: PortfolioStore): string {
  const records = Object.fromEntries(collections.map((name) => [name, [...store.all(name).values()]]));
  const sideBySide = store.conflicts().map(({ collection, id }) => ({
    collection,
    id,
    versions: store.heads(collection as keyof PortfolioRecords, id).map(({ value }) => value),
  }));
  return JSON.stringify({ format: 'waymark-open-export-1', ...records, sideBySide }, null, 2);
}

type Placed = PlacedFile & { readonly hash: Sha256 };

async function placeOriginals(
  blobs: BlobStore,
  items: readonly EvidenceItem[],
  folder: string,
): Promise<readonly Placed[]> {
  const folders = createNames();
  const placed: Placed[] = [];
  for (const item of items.filter(({ attachments }) => attachments.length > 0)) {
    const within = folders(`${item.startedOn} ${item.title}`, item.startedOn, folderLength);
    const names = createNames();
    const place = async ({ hash, name, mediaType, size }: KeptFile, redacted: boolean) => ({
      evidenceId: item.id,
      evidence: item.title,
      name,
      mediaType,
      size,
      sha256: hash,
      hash,
      path: (await blobs.has(hash))
        ? `${folder}/files/${within}/${names(redacted ? `Redacted ${name}` : name, 'file')}`
        : null,
    });
    for (const attachment of item.attachments) {
      const [original, copy] = bothFiles(attachment);
      if (original !== undefined) placed.push(await place(original, false));
      if (copy !== undefined) placed.push(await place(copy, true));
    }
  }
  return placed;
}

const byDate = (a: { readonly startedOn: string }, b: typeof a) => a.startedOn.localeCompare(b.startedOn);

type Original = { readonly hash: Sha256; readonly size: number };

/** What a reader sees first: everything but the trash, as it stands. */
async function summaryPdf(
  ports: Ports,
  { store, pack, coverage }: OpenPortfolio,
  owner: string,
  originals: readonly Original[],
): Promise<Uint8Array> {
  const portfolio = portfolioOf(store);
  const content: PortfolioContent = {
    portfolio,
    evidence: [...store.all('evidence').values()],
    reviews: [...store.all('reviews').values()],
    seals: [],
    searches: [],
    own: [],
    steps: [],
    snapshots: [],
    sheets: [],
    supervisorReports: [],
    requests: [],
    unsettled: new Set(),
  };
  const shown = content.evidence.filter(({ trashedAt }) => trashedAt === null);
  const selection: Selection = {
    included: [
      ...shown.map(({ id, title, startedOn }) => ({
        collection: 'evidence' as const,
        id,
        title,
        date: startedOn,
      })),
      ...content.reviews.map(({ id, heldOn }) => ({
        collection: 'reviews' as const,
        id,
        title: '',
        date: heldOn,
      })),
    ],
    leftOut: [],
  };
  return ports.summaries.render(
    summaryOf({ content, selection, files: originals.length }, pack, coverage().map(ports.clock.today()), {
      audience: 'self',
      sender: owner,
      recipients: [],
      madeAt: ports.clock.now().toISOString(),
      packageId: ports.newId(),
      version: ports.version,
      sample: portfolio.sample,
      open: true,
    }),
  );
}

/** One portfolio as files under `folder`: tables, records, originals and signed reports. */
export async function portfolioFiles(
  ports: Ports,
  open: OpenPortfolio,
  folder: string,
  owner: string,
): Promise<ExportPart> {
  const { store, pack } = open;
  const evidence = [...store.all('evidence').values()].sort(byDate);
  const reviews = [...store.all('reviews').values()].sort((a, b) => a.heldOn.localeCompare(b.heldOn));
  const posts = [...store.all('posts').values()].sort(newestPostFirst);
  const originals = await placeOriginals(store.blobs, evidence, folder);
  const names = createNames();
  const reports = new Map(
    reviews
      .filter(({ signOff }) => signOff !== null)
      .map((review) => [review.id, `${folder}/reports/${names(`Review of ${review.heldOn}`, 'Review')}`]),
  );
  const reportOf = ({ id }: Review) => (reports.has(id) ? `${reports.get(id)}.pdf` : '');
  const tables = portfolioTables({ pack, evidence, reviews, posts, files: originals, reportOf });
  const kept = originals.flatMap(({ hash, path, size }) => (path === null ? [] : [{ hash, path, size }]));
  const signed = reviews.flatMap(({ id, signOff }) => {
    const path = reports.get(id);
    return signOff === null || path === undefined
      ? []
      : [
          { hash: signOff.report, path: `${path}.pdf`, size: signOff.reportSize },
          { hash: signOff.model, path: `${path}.json`, size: 0 },
        ];
  });
  const written = [...store.all('supervisorReports').values()].flatMap(({ sealed, sealedOn }) => {
    if (sealed === null) return [];
    const path = `${folder}/reports/${names(`Supervisor’s report of ${sealedOn}`, 'Supervisor’s report')}`;
    return [
      { hash: sealed.pdf, path: `${path}.pdf`, size: sealed.pdfSize },
      { hash: sealed.model, path: `${path}.json`, size: 0 },
    ];
  });
  const blobs = [...signed, ...written, ...kept];
  const summary = async function* () {
    yield await summaryPdf(ports, open, owner, kept);
  };
  return {
    files: [
      { path: `${folder}/summary.pdf`, compress: false, bytes: summary },
      ...tables.map((table) => textFile(`${folder}/${table.name}.csv`, () => ports.openFiles.csv(table))),
      textFile(`${folder}/records.json`, () => recordsJson(store)),
      ...blobs.map(({ hash, path }) => blobFile(store.blobs, hash, path)),
    ],
    bytes: blobs.reduce((sum, { size }) => sum + size, 0),
    items: evidence.length,
    originals: kept.length,
    missing: originals
      .filter(({ path }) => path === null)
      .map((file) => `${file.name}, of “${file.evidence}”`),
  };
}

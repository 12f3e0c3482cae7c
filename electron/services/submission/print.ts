import type { Printable } from '#shared/contract/submission.ts';
import type { Listing } from '#shared/domain/listing.ts';
import type { Table } from '#shared/domain/open-export/table.ts';
import { tableOf } from '#shared/domain/open-export/table.ts';
import { evidenceTable } from '#shared/domain/open-export/tables.ts';
import { type Institution, institutionsOf, placeKey } from '#shared/domain/registers/institutions.ts';
import { proFormaListing } from '#shared/domain/registers/pro-forma-listing.ts';
import { safeName } from '#shared/domain/safe-names.ts';
import { coverageListing, coverageTable } from '#shared/domain/submission/coverage-listing.ts';
import { evidenceListing } from '#shared/domain/submission/evidence-listing.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf } from '../session.ts';

type Asked = {
  readonly what: Printable;
  readonly form: 'pdf' | 'csv';
  readonly institution: string | null;
};

const titles: Record<Printable, string> = {
  evidence: 'Evidence',
  coverage: 'Coverage',
  'to-verify': 'Evidence to verify',
};

const proFormaTable = (institutions: readonly Institution[]): Table =>
  tableOf(
    'to-verify',
    institutions.flatMap(({ name, items }) => items.map((listed) => ({ name, ...listed }))),
    [
      ['institution', ({ name }) => name],
      ['evidence', ({ item }) => item.title],
      ['started on', ({ item }) => item.startedOn],
      ['ended on', ({ item }) => item.endedOn],
      ['files', ({ item }) => item.attachments.length],
      ['verified by', ({ item }) => item.verification?.by ?? null],
      ['verified on', ({ item }) => item.verification?.on ?? null],
    ],
  );

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A document or table in the outbox: no drafts in it, and nothing of the trash. */
export async function printOf(
  ports: Ports,
  { store, pack, coverage }: OpenPortfolio,
  { what, form, institution }: Asked,
) {
  const { doctor, employer, sample } = portfolioOf(store);
  const on = ports.clock.today();
  const about = { person: doctor.name, employer, on, version: ports.version, sample };
  const guide = applicationGuideOf(pack);
  const items = [...store.all('evidence').values()]
    .filter(({ trashedAt, draft }) => trashedAt === null && draft !== true)
    .sort((a, b) => (a.startedOn < b.startedOn ? 1 : a.startedOn > b.startedOn ? -1 : a.id < b.id ? -1 : 1));
  const institutions = () =>
    institutionsOf(items, store.all('verifiers').values(), guide).filter(
      ({ name }) => institution === null || placeKey(name) === placeKey(institution),
    );
  const listing = (): Listing => {
    if (what === 'evidence') return evidenceListing(about, pack, items);
    if (what === 'coverage') return coverageListing(about, pack, coverage().map(on));
    const { note, source } = guide.verifiers;
    const rule = { note, source: guide.sourceOf(source)?.title ?? source, specialty: pack.specialty };
    return proFormaListing({ ...about, ...rule }, pack, institutions());
  };
  const table = (): Table => {
    if (what === 'evidence') return evidenceTable(items, pack);
    return what === 'coverage' ? coverageTable(pack, coverage().map(on)) : proFormaTable(institutions());
  };
  const bytes =
    form === 'pdf'
      ? await ports.bindery.listing(listing())
      : new TextEncoder().encode(ports.openFiles.csv(table()));
  const where = institution === null || institution === '' ? '' : `, ${institution}`;
  const name = safeName(`${titles[what]}${where}, ${doctor.name} ${on}.${form}`, `${titles[what]}.${form}`);
  const mediaType = form === 'pdf' ? 'application/pdf' : 'text/csv';
  const { id, size } = await ports.outbox.keep({ name, mediaType, bytes: once(bytes) });
  return { fileId: id, name, size };
}

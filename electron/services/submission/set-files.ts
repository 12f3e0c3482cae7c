import type { Beside, SetKind } from '#shared/contract/submission.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { createNames } from '#shared/domain/safe-names.ts';
import { namedWith } from '#shared/domain/submission/arrange.ts';
import { besideWords } from '#shared/domain/submission/beside-words.ts';
import type {
  PlannedDocument,
  PlannedFile,
  PlannedSection,
  SubmissionPlan,
} from '#shared/domain/submission/plan-types.ts';
import { type Laid, laidKey, setListing, setTable } from '#shared/domain/submission/set-index.ts';
import { referencesText, type SetAbout, setReadme } from '#shared/domain/submission/set-words.ts';
import { bytesOf } from '../identifiers/read-file.ts';
import { type JobTools, stopIfCancelled } from '../jobs.ts';
import type { BindPart } from '../ports/bindery.ts';
import type { ArchiveFile } from '../ports/open-files.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf } from '../session.ts';
import { textFile } from '../your-data/portfolio-files.ts';
import { madeFile } from './made-files.ts';
import { institutionsIn } from './plan-of.ts';

export type SetRequest = {
  readonly set: SetKind;
  readonly plan: SubmissionPlan;
  readonly join: boolean;
  readonly on: IsoDate;
};

/** What came of writing a set; complete once its last file was asked for. */
export type SetReport = { files: number; pages: number; readonly beside: Beside[] };

const largestVolume = 150 * 1024 ** 2; // bytes joined into one PDF, which is put together in memory

type Entry = { readonly document: PlannedDocument; readonly file: PlannedFile };

const sizeOf = (entries: readonly Entry[]) => entries.reduce((sum, { file }) => sum + file.size, 0);

/** In volumes of bounded size, in order. */
function volumesOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const volumes: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const last = volumes.at(-1);
    if (last === undefined || entry.file.size > room) {
      volumes.push([entry]);
      room = largestVolume - entry.file.size;
    } else {
      last.push(entry);
      room -= entry.file.size;
    }
  }
  return volumes;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * The files of a set in order, each made when it is asked for: the redacted copies, or the joined PDFs, section by
 * section; then what tells where everything came to lie.
 */
export async function* setFiles(
  ports: Ports,
  portfolio: OpenPortfolio,
  { set, plan, join, on }: SetRequest,
  report: SetReport,
  { progress, signal }: JobTools,
): AsyncGenerator<ArchiveFile> {
  const { store, pack } = portfolio;
  const facts = portfolioOf(store);
  const laid = new Map<string, Laid>();
  let done = 0;
  const total = plan.totals.bytes;
  const tell = () => progress('writing-set', done, total);

  /** As it is: beside a joined PDF, or where nothing is joined. */
  async function* asItIs({ folder }: PlannedSection, { document, file }: Entry): AsyncGenerator<ArchiveFile> {
    const path = `${folder}/${file.name}`;
    const blob = await store.blobs.read(file.hash);
    if (blob === undefined) {
      report.beside.push({ path, itemId: document.itemId, why: 'missing' });
      return;
    }
    laid.set(laidKey(document.itemId, file.hash), { path, from: null, pages: file.pages });
    report.files += 1;
    report.pages += file.pages ?? 0;
    yield { path, compress: false, bytes: () => blob.bytes };
  }

  async function* joined(section: PlannedSection, entries: readonly Entry[]): AsyncGenerator<ArchiveFile> {
    const volumes = volumesOf(entries);
    const names = createNames();
    // Beside them lie what cannot be joined.
    for (const { files } of section.documents) for (const { name } of files) names(name, 'File');
    for (const [at, volume] of volumes.entries()) {
      const part = volumes.length === 1 ? '' : ` volume ${at + 1}`;
      const title = `${section.label === section.title ? section.title : `${section.label} ${section.title}`}${part}`;
      const name = names(namedWith(section.code, section.title, `${part}.pdf`), 'Section.pdf');
      const path = `${section.folder}/${name}`;
      const before = done;
      const parts = volume.map(({ document, file }): BindPart => {
        const several = document.files.length > 1 ? `, part ${document.files.indexOf(file) + 1}` : '';
        return {
          title: `${document.number ?? ''}. ${document.description}${several}`,
          mark: `${section.code}, document ${document.number ?? ''}${several}`,
          mediaType: file.mediaType,
          bytes: () => bytesOf(store.blobs, file.hash).catch(() => undefined),
        };
      });
      const bound = await ports.bindery.bind(
        parts,
        { title: `${facts.doctor.name}: ${title}`, on },
        {
          signal,
          onPart: (count) => {
            done = before + sizeOf(volume.slice(0, count));
            tell();
          },
        },
      );
      for (const [index, entry] of volume.entries()) {
        const came = bound.parts[index];
        if (came === undefined) continue;
        const { document, file } = entry;
        if ('why' in came) {
          if (came.why !== 'missing') {
            report.beside.push({
              path: `${section.folder}/${file.name}`,
              itemId: document.itemId,
              why: came.why,
            });
          }
          yield* asItIs(section, entry);
        } else {
          laid.set(laidKey(document.itemId, file.hash), { path, from: came.from, pages: came.pages });
          report.pages += came.pages;
        }
      }
      done = before + sizeOf(volume);
      tell();
      const { pdf } = bound;
      if (pdf === null) continue;
      report.files += 1;
      yield { path, compress: false, bytes: () => once(pdf) };
    }
  }

  const institutions = institutionsIn(portfolio, plan);
  tell();
  for (const section of plan.sections) {
    for (const document of plan.made.filter((one) => one.section === section.id)) {
      stopIfCancelled(signal);
      const bytes = await madeFile(ports, portfolio, document, institutions, on, signal);
      yield { path: document.path, compress: false, bytes: () => once(bytes) };
    }
    const entries = section.documents.flatMap((document) =>
      document.files.map((file) => ({ document, file })),
    );
    const toJoin = join ? entries.filter(({ file }) => file.joins) : [];
    yield* joined(section, toJoin);
    for (const entry of entries) {
      stopIfCancelled(signal);
      if (join && entry.file.joins) continue;
      if (join) {
        const { state, name } = entry.file;
        const why = state === 'encrypted' || state === 'malformed' ? state : 'kind';
        if (state !== 'missing')
          report.beside.push({ path: `${section.folder}/${name}`, itemId: entry.document.itemId, why });
      }
      yield* asItIs(section, entry);
      done += entry.file.size;
      tell();
    }
    const references = referencesText(section);
    if (references !== '') yield textFile(`${section.folder}/References.txt`, () => references);
  }

  const items = store.all('evidence');
  const about: SetAbout = {
    person: facts.doctor.name,
    specialty: pack.specialty,
    on,
    version: ports.version,
    kind: set,
    joined: join,
    sample: facts.sample,
  };
  const index = await ports.bindery.listing(
    setListing(pack, about, facts.employer, plan, items, laid, institutions),
    signal,
  );
  yield { path: 'Index.pdf', compress: false, bytes: () => once(index) };
  yield textFile('index.csv', () => ports.openFiles.csv(setTable(pack, plan, items, laid)));
  const named = report.beside.map(({ path, why }) => ({ path, words: besideWords[why] }));
  yield textFile('README.txt', () => setReadme(about, plan, named));
  done = total;
  tell();
}

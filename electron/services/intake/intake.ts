import type { Services } from '#shared/contract/services.ts';
import { evidenceRowOf } from '#shared/domain/evidence-list/row.ts';
import { suggest } from '#shared/domain/suggest/suggestion.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';
import { addItems } from './add-items.ts';
import { createTables, partsOf } from './candidates.ts';
import { importList, previewList } from './import-list.ts';
import { leftRows } from './left-rows.ts';
import { uploadedFile, uploadedSource } from './list-source.ts';
import { matchingFor, rememberMatching } from './matchings.ts';
import { sameFiles } from './same-files.ts';
import { wordsOf } from './words-of.ts';

const sampled = 5; // rows shown beside the columns

export function createIntakeService(ports: Ports, session: Session): Services['intake'] {
  const tables = createTables(ports);
  session.whenClosed(tables.forget);
  return {
    drafts: async ({ portfolioId }) => {
      const { store } = await session.portfolio(portfolioId);
      const drafts = [...store.all('evidence').values()]
        .filter((item) => item.draft === true && item.trashedAt === null)
        .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
      return { rows: drafts.map((draft) => evidenceRowOf(draft)) };
    },
    suggest: async ({ portfolioId, files }) => {
      const { store, pack } = await session.portfolio(portfolioId);
      const present = sameFiles(store.all('evidence').values(), new Set(files.map(({ hash }) => hash)));
      const today = ports.clock.today();
      const found = [];
      for (const { hash, name, modifiedOn } of files) {
        const text = await wordsOf(ports, store, { hash, name });
        const suggestion = suggest({ name, text, modifiedOn }, pack, today);
        found.push({ hash, suggestion, sameAs: present.get(hash) ?? [] });
      }
      return { files: found };
    },
    addDrafts: async ({ portfolioId, items }) => {
      const portfolio = await session.portfolio(portfolioId);
      const drafts = items.map((item) => ({ ...item, draft: true as const }));
      return { ids: await addItems(ports, portfolio, 'evidence.add-files', drafts) };
    },
    readTable: async ({ file, sheet }) => {
      session.vault();
      const table = await tables.read(await uploadedFile(ports, file), sheet);
      const { headers, body } = partsOf(table);
      return {
        sheets: table.sheets,
        sheet: table.sheet,
        headers,
        rows: body.length,
        sample: body.slice(0, sampled).map(({ cells }) => cells.map((cell) => cell.slice(0, 200))),
        ...matchingFor(session, headers),
      };
    },
    preview: async ({ portfolioId, source, files }) => {
      const portfolio = await session.portfolio(portfolioId);
      const list = await uploadedSource(ports, source);
      return { rows: await previewList(ports, tables, portfolio, list, files) };
    },
    leftRows: async (input) => {
      session.vault();
      return leftRows(ports, tables, input);
    },
    importRows: async ({ portfolioId, source, files, rows }) => {
      const portfolio = await session.portfolio(portfolioId);
      const list = await uploadedSource(ports, source);
      const result = await importList(ports, tables, portfolio, list, files, rows);
      if (list.kind === 'spreadsheet') {
        const { headers } = partsOf(await tables.read(list.file, list.sheet));
        await rememberMatching(ports, session, headers, list.columns);
      }
      return result;
    },
  };
}

import { useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { endingOf, fileKind } from '#renderer/ui/file-kinds.ts';
import { useUploads } from '#renderer/ui/use-uploads.ts';
import type { Attachment } from '#shared/domain/evidence.ts';

export type ListKind = 'spreadsheet' | 'publications' | 'messages';
export type ListUpload = { readonly uploadId: string; readonly name: string };
/** What is to be brought in: one spreadsheet, or any number of bibliographies or messages. */
export type Lists = { readonly kind: ListKind; readonly files: readonly ListUpload[] };

const kindOf = (name: string): ListKind => {
  const ending = endingOf(name);
  if (ending === 'eml') return 'messages';
  return ending === 'bib' || ending === 'ris' ? 'publications' : 'spreadsheet';
};

/** The files of one import on their way: the lists wait as uploads, the rest is kept for the names in a column. */
export function useListFiles(portfolioId: string) {
  const [lists, setLists] = useState<Lists | null>(null);
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const [total, setTotal] = useState(0);
  const listDesk = useUploads(async (uploadId, file, signal) => {
    if (signal.aborted) return;
    const kind = kindOf(file.name);
    const added = { uploadId, name: file.name };
    setLists((old) =>
      old === null || old.kind !== kind || kind === 'spreadsheet'
        ? { kind, files: [added] }
        : { kind, files: [...old.files, added] },
    );
  });
  const fileDesk = useUploads(async (uploadId, file, signal) => {
    const attachment = await client.files.keep({ portfolioId, uploadId, name: file.name });
    if (!signal.aborted) setFiles((all) => [...all, attachment]);
  });
  const addFiles = (added: readonly File[]) => {
    setTotal((before) => before + added.length);
    fileDesk.add(added);
  };
  return {
    lists,
    files,
    listDesk,
    fileDesk,
    filesTotal: total,
    addFiles,
    /** What was dropped or chosen: lists of the first one's kind, and files. */
    add: (added: readonly File[]) => {
      const rows = added.filter(({ name }) => fileKind(name) === 'rows');
      const kind = rows[0] === undefined ? null : kindOf(rows[0].name);
      const chosen = rows.filter(({ name }) => kindOf(name) === kind);
      listDesk.add(kind === 'spreadsheet' ? chosen.slice(0, 1) : chosen);
      const others = added.filter(
        (file) => !chosen.includes(file) || (kind === 'spreadsheet' && file !== chosen[0]),
      );
      if (others.length > 0) addFiles(others);
    },
    clear: () => {
      setLists(null);
      setFiles([]);
      setTotal(0);
    },
  };
}
export type ListFiles = ReturnType<typeof useListFiles>;

import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, client } from '#renderer/api/client.ts';
import { today } from '#renderer/text/format.ts';
import { useUploads } from '#renderer/ui/use-uploads.ts';
import { accepted, draftOfEntry, type Entry, type EntryItem, hasSuggestion, plainItem } from './entry.ts';

const dayOf = (file: File): string => new Date(file.lastModified).toISOString().slice(0, 10);

/** The files of one go: on their way, arrived with their suggestions, and made into drafts all at once. */
export function useEntries(portfolioId: string, capability: string | null) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const desk = useUploads(async (uploadId, file, signal) => {
    const attachment = await client.files.keep({ portfolioId, uploadId, name: file.name });
    const { files } = await client.intake.suggest({
      portfolioId,
      files: [{ hash: attachment.hash, name: file.name, modifiedOn: dayOf(file) }],
    });
    const [found] = files;
    if (signal.aborted || found === undefined) return;
    const entry: Entry = {
      key: uploadId,
      attachment,
      suggestion: found.suggestion,
      sameAs: found.sameAs,
      item: plainItem(file.name, today(), capability),
      state: 'plain',
    };
    setEntries((all) => [...all, entry]);
  });
  const change = useCallback((key: string, next: (entry: Entry) => Entry) => {
    setEntries((all) => all.map((entry) => (entry.key === key ? next(entry) : entry)));
  }, []);
  const taken = entries.filter(({ state }) => state !== 'skipped');
  const making = useMutation({
    ...api.intake.addDrafts.mutationOptions(),
    onSuccess: () => setEntries([]),
  });
  return {
    entries,
    desk,
    taken,
    making,
    undecided: taken.filter((entry) => entry.state === 'plain' && hasSuggestion(entry)).length,
    accept: (key: string) => change(key, accepted),
    acceptAll: () =>
      setEntries((all) => all.map((entry) => (entry.state === 'plain' ? accepted(entry) : entry))),
    skip: (key: string) => change(key, (entry) => ({ ...entry, state: 'skipped' })),
    takeAfterAll: (key: string) => change(key, (entry) => ({ ...entry, state: 'plain' })),
    edit: (key: string, item: EntryItem) => change(key, (entry) => ({ ...entry, state: 'changed', item })),
    clear: () => setEntries([]),
    make: () => making.mutateAsync({ portfolioId, items: taken.map(draftOfEntry) }),
  };
}
export type Entries = ReturnType<typeof useEntries>;

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { Area } from '#shared/domain/documents/text.ts';
import { joinedLines } from '#shared/domain/redaction/marks.ts';

type FoundWords = {
  readonly places: readonly (readonly Area[])[];
  readonly cutShort: boolean;
  readonly withoutWords: number;
  readonly pageCount: number;
};
export type WordSearch = {
  readonly words: string;
  readonly whole: boolean;
  readonly found: FoundWords | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly type: (words: string) => void;
  readonly setWhole: (whole: boolean) => void;
  readonly find: (words: string) => void;
  /** Marks all that was found. */
  readonly mark: () => void;
};

/** Looks for words in a file. What was found is shown first and marked when somebody says so. */
export function useWordSearch(
  file: { readonly portfolioId: string; readonly hash: string },
  onMark: (areas: readonly Area[]) => void,
): WordSearch {
  const [words, setWords] = useState('');
  const [whole, setWhole] = useState(false);
  const search = useMutation(api.documents.find.mutationOptions({ meta: { refresh: false } }));
  const find = (wanted: string, wholeOnes: boolean) =>
    search.mutate({ ...file, words: wanted.trim().replace(/\s+/g, ' ').slice(0, 200), whole: wholeOnes });
  return {
    words,
    whole,
    found: search.data ?? null,
    busy: search.isPending,
    error: search.error,
    type: (next) => {
      setWords(next);
      search.reset();
    },
    setWhole: (next) => {
      setWhole(next);
      if (search.data !== undefined) find(words, next);
    },
    find: (wanted) => {
      setWords(wanted);
      find(wanted, whole);
    },
    mark: () => {
      onMark((search.data?.places ?? []).flatMap(joinedLines));
      search.reset();
      setWords('');
    },
  };
}

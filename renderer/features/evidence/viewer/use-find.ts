import { useMemo, useState } from 'react';
import { findAll } from '#shared/domain/passages/find-quote.ts';
import { useFileText } from './use-file-text.ts';

export type Match = {
  readonly page: number;
  /** Which of that page's, from 0. */
  readonly nth: number;
};

export type Finding = {
  readonly words: string;
  readonly state: 'reading' | 'read' | 'failed';
  readonly matches: number;
  /** The match one is at, from 0; null before the first was gone to. */
  readonly at: number | null;
  readonly current: Match | null;
  readonly look: (words: string) => void;
  /** To the next match, or the one before; the first time to the first from the page that is shown. */
  readonly go: (step: 1 | -1) => void;
};

const mostMatches = 2000;

/** Looks for words in all pages of a file. @param turn shows a page */
export function useFind(options: {
  readonly portfolioId: string;
  readonly hash: string;
  readonly page: number;
  readonly turn: (page: number) => void;
}): Finding {
  const { portfolioId, hash, page, turn } = options;
  const [words, setWords] = useState('');
  const [at, setAt] = useState<number | null>(null);
  const wanted = words.trim().length >= 2;
  const { data, isError } = useFileText(portfolioId, hash, wanted);
  const matches = useMemo((): readonly Match[] => {
    if (!wanted || data === undefined) return [];
    return data.pages
      .flatMap(({ page: of, text }) => findAll(text, words, mostMatches).map((_, nth) => ({ page: of, nth })))
      .slice(0, mostMatches);
  }, [data, words, wanted]);
  const current = at === null ? null : (matches[at] ?? null);
  return {
    words,
    state: data !== undefined ? 'read' : isError ? 'failed' : 'reading',
    matches: matches.length,
    at: current === null ? null : at,
    current,
    look: (next) => {
      setWords(next);
      setAt(null);
    },
    go: (step) => {
      if (matches.length === 0) return;
      const here = matches.findIndex((match) => match.page >= page);
      const first = step === 1 ? Math.max(0, here) : (here === -1 ? matches.length : here) - 1;
      const next = ((current === null || at === null ? first : at + step) + matches.length) % matches.length;
      setAt(next);
      const target = matches[next];
      if (target !== undefined && target.page !== page) turn(target.page);
    },
  };
}

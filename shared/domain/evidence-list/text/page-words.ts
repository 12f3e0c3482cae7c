import MiniSearch from 'minisearch';
import type { Sha256 } from '../../ids.ts';
import { tokensOf } from '../tokens.ts';
import { asItIs } from './item-words.ts';

type Page = { readonly id: number; readonly file: Sha256; readonly text: string };

/** What of a search stands in a file: which of the words, how well they match, and the page (from 1) that matches best. */
export type FileHit = { readonly words: ReadonlySet<string>; readonly score: number; readonly page: number };

/** Words of the pages of attached files. What arrives waits until there is time: a search does not wait for it. */
export type PageWords = {
  readonly put: (file: Sha256, pages: readonly string[]) => void;
  readonly remove: (file: Sha256) => void;
  readonly has: (file: Sha256) => boolean;
  /** Takes pages in until so many characters were read. @returns whether more are waiting. */
  readonly settle: (characters: number) => boolean;
  /** Files with any of these words, each the beginning of one there. */
  readonly any: (words: readonly string[]) => ReadonlyMap<Sha256, FileHit>;
};

/** A single letter begins too many words of a long text to say anything. */
const prefixFrom = 2;

/** A page may be a whole file of plain text: it is taken in piece by piece, so that no step takes long. */
const pieceLength = 6000; // characters

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + pieceLength;
    // Not within a word, unless it is one without end.
    const blank = end < text.length ? text.slice(from, end).search(/\s\S*$/) : -1;
    const to = blank > 0 ? from + blank : end;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

export function createPageWords(): PageWords {
  const index = new MiniSearch<Page>({
    fields: ['text'],
    tokenize: (text) => tokensOf(text),
    processTerm: asItIs,
    searchOptions: {
      combineWith: 'OR',
      prefix: (word) => word.length >= prefixFrom,
      tokenize: (words) => words.split(' '),
    },
  });
  const files = new Map<Sha256, number[]>();
  const placeOf = new Map<number, { readonly file: Sha256; readonly page: number }>();
  /** The last search, which the rows on the screen ask for again. */
  let last: { readonly key: string; readonly found: ReadonlyMap<Sha256, FileHit> } | null = null;
  let waiting: Page[] = [];
  let next = 0;
  let taken = 0; // how many of `waiting` are in the index

  return {
    has: (file) => files.has(file),
    put: (file, pages) => {
      if (files.has(file)) return;
      const pieces = pages.flatMap((text, page) => piecesOf(text).map((piece) => ({ text: piece, page })));
      const ids = pieces.map(({ text, page }) => {
        next += 1;
        placeOf.set(next, { file, page: page + 1 });
        waiting.push({ id: next, file, text });
        return next;
      });
      files.set(file, ids);
    },
    remove: (file) => {
      const ids = new Set(files.get(file));
      if (!files.delete(file)) return;
      last = null;
      waiting = waiting.slice(taken).filter((page) => page.file !== file);
      taken = 0;
      for (const id of ids) {
        placeOf.delete(id);
        if (index.has(id)) index.discard(id);
      }
    },
    settle: (characters) => {
      let left = characters;
      while (left > 0) {
        const page = waiting[taken];
        if (page === undefined) break;
        index.add(page);
        last = null;
        taken += 1;
        left -= page.text.length + 1;
      }
      if (taken < waiting.length) return true;
      waiting = [];
      taken = 0;
      return false;
    },
    any: (words) => {
      const key = words.join(' ');
      if (last?.key === key) return last.found;
      const found = new Map<Sha256, { words: Set<string>; score: number; page: number }>();
      last = { key, found };
      if (index.documentCount === 0) return found;
      index.search(key, {
        filter: ({ id, score, queryTerms }) => {
          const place = placeOf.get(id);
          if (place === undefined) return false;
          const hit = found.get(place.file) ?? { words: new Set(), score: 0, page: place.page };
          for (const word of queryTerms) hit.words.add(word);
          if (score > hit.score) Object.assign(hit, { score, page: place.page });
          found.set(place.file, hit);
          return false;
        },
      });
      return found;
    },
  };
}

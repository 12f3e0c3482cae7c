import type { EvidenceItem } from '../../evidence.ts';
import type { Id, Sha256 } from '../../ids.ts';
import { type AttachedTexts, noTexts } from './attached-texts.ts';
import { createItemWords } from './item-words.ts';
import { createPageWords, type FileHit } from './page-words.ts';
import { hasPhrase } from './phrase.ts';
import { type Found, whereFound } from './where-found.ts';

/** Full text over items and the files attached to them, following change by change. */
export type FullText = {
  readonly put: (item: EvidenceItem) => void;
  readonly remove: (item: EvidenceItem) => void;
  /** A file's text was read. */
  readonly arrived: (file: Sha256) => void;
  /** A slice of what waits to be taken in, some milliseconds long. @returns whether more is waiting. */
  readonly settle: () => boolean;
  /**
   * Items in which every word stands, each as the beginning of one there, in the item or in one of its files; with
   * how well they match, the higher the better. At least one word.
   * @param words as `tokensOf` gives them.
   */
  readonly find: (words: readonly string[]) => ReadonlyMap<Id, number>;
  /** Items in which these words stand one behind the other, whole. */
  readonly findPhrase: (words: readonly string[]) => ReadonlySet<Id>;
  /** Where in an item they stand, when that is not what a list shows anyway. */
  readonly where: (item: EvidenceItem, words: readonly string[]) => Found | undefined;
};

const itemsAtOnce = 40;
const charactersAtOnce = 6000;
const wordsAtMost = 24; // more than anybody types; a pasted page must not take a minute

export function createFullText(texts: AttachedTexts = noTexts): FullText {
  const items = new Map<Id, EvidenceItem>();
  const holders = new Map<Sha256, Set<Id>>();
  const words = createItemWords();
  const pages = createPageWords();

  const read = (file: Sha256) => {
    const text = pages.has(file) ? undefined : texts.pagesOf(file);
    if (text !== undefined) pages.put(file, text);
  };

  function letGo(item: EvidenceItem): void {
    items.delete(item.id);
    for (const { hash } of item.attachments) {
      const held = holders.get(hash);
      held?.delete(item.id);
      if (held?.size !== 0) continue;
      holders.delete(hash);
      pages.remove(hash);
    }
  }

  /** Which of the words stand in the files of each item, and how well. */
  function inFiles(asked: readonly string[]): ReadonlyMap<Id, FileHit> {
    const found = new Map<Id, FileHit>();
    for (const [file, hit] of pages.any(asked)) {
      for (const id of holders.get(file) ?? []) {
        const before = found.get(id);
        found.set(
          id,
          before === undefined
            ? hit
            : { ...hit, words: new Set([...before.words, ...hit.words]), score: before.score + hit.score },
        );
      }
    }
    return found;
  }

  function find(all: readonly string[]): ReadonlyMap<Id, number> {
    const asked = [...new Set(all)].slice(0, wordsAtMost);
    const whole = words.all(asked);
    const files = inFiles(asked);
    if (files.size === 0) return whole;
    const found = new Map(whole);
    const alone = new Map<string, ReadonlyMap<Id, number>>();
    const itemsWith = (word: string) => {
      const known = alone.get(word) ?? words.all([word]);
      alone.set(word, known);
      return known;
    };
    for (const [id, hit] of files) {
      let score: number | undefined = whole.get(id);
      if (score === undefined) {
        const missing = asked.filter((word) => !hit.words.has(word)).map((word) => itemsWith(word).get(id));
        if (missing.includes(undefined)) continue;
        score = missing.reduce<number>((sum, one) => sum + (one ?? 0), 0);
      }
      found.set(id, score + hit.score);
    }
    return found;
  }

  return {
    put: (item) => {
      const before = items.get(item.id);
      // Files that stay keep their pages.
      for (const { hash } of item.attachments) {
        const held = holders.get(hash) ?? new Set<Id>();
        held.add(item.id);
        holders.set(hash, held);
        read(hash);
      }
      if (before !== undefined) {
        const kept = new Set(item.attachments.map(({ hash }) => hash));
        letGo({ ...before, attachments: before.attachments.filter(({ hash }) => !kept.has(hash)) });
      }
      items.set(item.id, item);
      words.put(item);
    },
    remove: (item) => {
      letGo(items.get(item.id) ?? item);
      words.remove(item.id);
    },
    arrived: (file) => {
      if (holders.has(file)) read(file);
    },
    settle: () => {
      const moreItems = words.settle(itemsAtOnce);
      return moreItems || pages.settle(charactersAtOnce);
    },
    find,
    findPhrase: (asked) => {
      const found = new Set<Id>();
      const phrase = hasPhrase(asked);
      for (const id of find(asked).keys()) {
        const item = items.get(id);
        if (item === undefined) continue;
        const inFile = ({ hash }: { readonly hash: Sha256 }) =>
          texts.pagesOf(hash)?.some((page) => phrase(page));
        if (phrase.inItem(item) || item.attachments.some(inFile)) found.add(id);
      }
      return found;
    },
    where: (item, asked) => {
      const distinct = [...new Set(asked)].slice(0, wordsAtMost);
      const files = pages.any(distinct);
      return whereFound(item, distinct, (file) => {
        const page = files.get(file)?.page;
        const text = page === undefined ? undefined : texts.pagesOf(file)?.[page - 1];
        return page === undefined || text === undefined ? undefined : { page, text };
      });
    },
  };
}

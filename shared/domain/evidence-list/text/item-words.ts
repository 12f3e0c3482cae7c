import MiniSearch from 'minisearch';
import type { EvidenceItem } from '../../evidence.ts';
import type { Id } from '../../ids.ts';
import { tokensOf } from '../tokens.ts';
import { fieldBoost, fieldText, type TextField, textFields } from './item-fields.ts';

/** Words of items. What changes waits until it is asked for, or until there is time. */
export type ItemWords = {
  readonly put: (item: EvidenceItem) => void;
  readonly remove: (id: Id) => void;
  /** Takes up to so many changed items in. @returns whether more are waiting. */
  readonly settle: (atMost: number) => boolean;
  /** Items with all of these words, each the beginning of one there, with how well they match. */
  readonly all: (words: readonly string[]) => ReadonlyMap<Id, number>;
};

/** Folded text needs no second look at each word. */
export const asItIs = (term: string): string => term;

export function createItemWords(): ItemWords {
  const index = new MiniSearch<EvidenceItem>({
    fields: [...textFields],
    extractField: (item, field) => (field === 'id' ? item.id : fieldText(item, field as TextField)),
    tokenize: (text) => tokensOf(text),
    processTerm: asItIs,
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      boost: fieldBoost,
      tokenize: (words) => words.split(' '),
    },
  });
  const waiting = new Map<Id, EvidenceItem>();
  const take = (item: EvidenceItem) => {
    waiting.delete(item.id);
    if (index.has(item.id)) index.discard(item.id);
    index.add(item);
  };
  const settle = (atMost: number) => {
    let left = atMost;
    for (const item of waiting.values()) {
      if (left <= 0) break;
      take(item);
      left -= 1;
    }
    return waiting.size > 0;
  };
  return {
    put: (item) => {
      waiting.set(item.id, item);
    },
    remove: (id) => {
      waiting.delete(id);
      if (index.has(id)) index.discard(id);
    },
    settle,
    all: (words) => {
      settle(Number.POSITIVE_INFINITY);
      const found = new Map<Id, number>();
      index.search(words.join(' '), {
        // Neither a list of results nor its order is wanted: only what is in it.
        filter: ({ id, score }) => {
          found.set(id, score);
          return false;
        },
      });
      return found;
    },
  };
}

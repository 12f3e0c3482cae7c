import { z } from 'zod';
import type { EvidenceItem } from '../../evidence.ts';
import type { Sha256 } from '../../ids.ts';
import { tokensOf } from '../tokens.ts';
import { fieldText, textFields } from './item-fields.ts';

/** Where a search found an item, when not in its title: a field, or a page of a file; with the words around it. */
export const foundSchema = z.strictObject({
  in: z.enum([...textFields, 'file']),
  /** Name of the file, and its page from 1. */
  file: z.string().optional(),
  page: z.number().int().optional(),
  around: z.string(),
});
export type Found = Readonly<z.output<typeof foundSchema>>;

const before = 40; // characters
const after = 80;

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Some words around the first place where one of these begins a word. */
function around(text: string, words: readonly string[]): string | undefined {
  for (const part of text.matchAll(/[^\s\n]+/gu)) {
    if (!tokensOf(part[0]).some((token) => words.some((word) => token.startsWith(word)))) continue;
    const from = Math.max(0, part.index - before);
    const to = Math.min(text.length, part.index + part[0].length + after);
    return `${from > 0 ? '… ' : ''}${plain(text.slice(from, to))}${to < text.length ? ' …' : ''}`;
  }
  return undefined;
}

const holds = (text: string, words: readonly string[]): boolean => {
  if (text === '') return false;
  const tokens = tokensOf(text);
  return words.some((word) => tokens.some((token) => token.startsWith(word)));
};

/**
 * Where to look for words that were found in an item; undefined where its title or its place on the list says so already.
 * @param words as `tokensOf` gives them. @param pageOf the page of a file that matches best.
 */
export function whereFound(
  item: EvidenceItem,
  words: readonly string[],
  pageOf: (file: Sha256) => { readonly page: number; readonly text: string } | undefined,
): Found | undefined {
  const shown = tokensOf(`${item.title}\n${item.place}`);
  const missing = words.filter((word) => !shown.some((token) => token.startsWith(word)));
  if (missing.length === 0) return undefined;
  for (const field of textFields) {
    const text = fieldText(item, field);
    const there = holds(text, missing) ? around(text, missing) : undefined;
    if (there !== undefined) return { in: field, around: there };
  }
  for (const { hash, name } of item.attachments) {
    const best = pageOf(hash);
    const there = best === undefined ? undefined : around(best.text, missing);
    if (best !== undefined && there !== undefined)
      return { in: 'file', file: name, page: best.page, around: there };
  }
  return undefined;
}

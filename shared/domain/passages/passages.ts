import type { Attachment, EvidenceInput, EvidenceItem, Link, Passage } from '../evidence.ts';
import type { Sha256 } from '../ids.ts';

type WithFiles = Pick<EvidenceItem, 'attachments'>;

/** The attachment a passage is in, itself or its redacted copy; undefined: it is no longer with the item. */
export const fileOfPassage = (
  { attachments }: WithFiles,
  { file }: Pick<Passage, 'file'>,
): Attachment | undefined =>
  attachments.find(({ hash, redacted }) => hash === file || redacted?.hash === file);

/** A passage as lists show it: the file to open, which is the redacted copy where there is one; null when it is gone. */
export type ShownPassage = Omit<Passage, 'file'> & {
  readonly capability: string;
  readonly file: Sha256 | null;
};

export const shownPassages = (item: Pick<EvidenceItem, 'attachments' | 'links'>): readonly ShownPassage[] =>
  item.links.flatMap(({ capability, passage }) => {
    if (passage === undefined) return [];
    const file = fileOfPassage(item, passage);
    return [{ ...passage, capability, file: file === undefined ? null : (file.redacted?.hash ?? file.hash) }];
  });

/** Longest quotation kept, in characters, as the record's schema has it. */
const longestQuote = 1000;

/** Selected words as they are kept: one line, whole words, not too long. */
export function quoteOf(selected: string): string {
  const line = selected.replace(/\s+/gu, ' ').trim();
  if (line.length <= longestQuote) return line;
  const cut = line.slice(0, longestQuote);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), longestQuote - 60)).trimEnd();
}

const samePages = (a: Passage, b: Passage) => a.from === b.from && a.to === b.to;

/**
 * The links of an item whose words may be read by others: of a file with a redacted copy nothing is quoted but what the
 * copy says, and a passage that quotes the copy names the copy. The pages stay.
 * @param before the links as they are kept: a form that was open while the copy was made does not know of it
 */
export function linksWithoutPrivateQuotes(
  { attachments, links }: Pick<EvidenceInput, 'attachments' | 'links'>,
  before: readonly Link[] = [],
): readonly Link[] {
  const copies = new Map(
    attachments.flatMap(({ hash, redacted }) =>
      redacted === undefined ? [] : [[hash, redacted.hash] as const],
    ),
  );
  return links.map((link) => {
    const { passage } = link;
    if (passage === undefined || passage.quote === '') return link;
    const copy = copies.get(passage.file);
    if (copy === undefined) return link;
    const known = before.find(({ capability }) => capability === link.capability)?.passage;
    const settled = known !== undefined && known.file === copy && samePages(known, passage);
    return { ...link, passage: settled ? known : { ...passage, quote: '' } };
  });
}

/**
 * The links of an item after its file got a redacted copy: what the copy still says on those pages is quoted from the
 * copy, other quotations go, the pages stay.
 * @param old the hashes of the original and of an earlier copy
 * @param says whether the copy says so on these pages
 */
export const linksAfterRedaction = (
  links: readonly Link[],
  old: ReadonlySet<Sha256>,
  copy: Sha256,
  says: (passage: Passage) => boolean,
): readonly Link[] =>
  links.map((link) => {
    const { passage } = link;
    if (passage === undefined || !old.has(passage.file)) return link;
    const quote = passage.quote !== '' && says(passage) ? passage.quote : '';
    return { ...link, passage: { ...passage, file: copy, quote } };
  });

/** Originals of these items that have a redacted copy, in whatever item. */
export const originalsWithCopies = (items: Iterable<WithFiles>): ReadonlySet<Sha256> =>
  new Set(
    [...items].flatMap(({ attachments }) =>
      attachments.flatMap(({ hash, redacted }) => (redacted === undefined ? [] : [hash])),
    ),
  );

/** Whether an item says words of a file that others get only a redacted copy of. */
export const quotesPrivately = (
  { links }: Pick<EvidenceItem, 'links'>,
  originals: ReadonlySet<Sha256>,
): boolean =>
  links.some(({ passage }) => passage !== undefined && passage.quote !== '' && originals.has(passage.file));

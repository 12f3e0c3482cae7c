import { useEffect } from 'react';
import type { Place } from '#shared/domain/passages/find-quote.ts';

/** What words are marked as: the passage one came for, what was searched for, and the one of those one is at. */
export const markKinds = ['passage', 'found', 'current'] as const;
export type MarkKind = (typeof markKinds)[number];
export type WordMark = Place & { readonly kind: MarkKind };
/** Chooses what to mark from the words as the page has them. */
export type MarkWords = (text: string) => readonly WordMark[];

type Piece = { readonly node: Text; readonly at: number };

/** The words of a page as they stand in the document, and the nodes they stand in. */
function wordsIn(root: Element): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const part = node instanceof Text ? node.data : node.nodeName === 'BR' ? '\n' : '';
    if (node instanceof Text) pieces.push({ node, at: length });
    parts.push(part);
    length += part.length;
  }
  return { text: parts.join(''), pieces };
}

function rangeOf(pieces: readonly Piece[], { start, end }: Place): Range | undefined {
  const first = pieces.findLast(({ at }) => at <= start);
  const last = pieces.findLast(({ at }) => at < end);
  if (first === undefined || last === undefined) return undefined;
  const range = document.createRange();
  range.setStart(first.node, Math.min(first.node.length, start - first.at));
  range.setEnd(last.node, Math.min(last.node.length, end - last.at));
  return range;
}

/** Where the words of a page are, whatever kind of page it is. */
const layerIn = (box: Element) => box.querySelector('.textLayer, [data-words]');

/** Brings a range into the middle of its box, and moves nothing else on the screen. */
function reveal(box: Element, range: Range): void {
  // In a part that was not drawn yet a range has no place of its own.
  const own = range.getBoundingClientRect();
  const place = own.height > 0 ? own : range.startContainer.parentElement?.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (place === undefined) return;
  if (
    place.top >= frame.top &&
    place.bottom <= frame.bottom &&
    place.left >= frame.left &&
    place.right <= frame.right
  )
    return;
  box.scrollTop += place.top - frame.top - frame.height / 3;
  box.scrollLeft += place.left - frame.left - frame.width / 4;
}

function show(box: Element, choose: MarkWords): void {
  const layer = layerIn(box);
  if (layer === null) return;
  const { text, pieces } = wordsIn(layer);
  const ranges = choose(text).flatMap(({ kind, ...place }) => {
    const range = rangeOf(pieces, place);
    return range === undefined ? [] : [{ kind, range }];
  });
  for (const kind of markKinds) {
    const own = ranges.filter((one) => one.kind === kind).map(({ range }) => range);
    CSS.highlights.set(`waymark-${kind}`, new Highlight(...own));
  }
  const aim = ranges.find(({ kind }) => kind === 'current') ?? ranges.find(({ kind }) => kind === 'passage');
  if (aim !== undefined) reveal(box, aim.range);
}

/**
 * Marks words of the page in `box`, without touching the page: the browser paints behind them.
 * @param drawn changes whenever the page was drawn anew
 */
export function useWordMarks(box: Element | null, choose: MarkWords | undefined, drawn: number): void {
  useEffect(() => {
    if (box === null || choose === undefined || drawn === 0) return;
    show(box, choose);
    return () => {
      for (const kind of markKinds) CSS.highlights.delete(`waymark-${kind}`);
    };
  }, [box, choose, drawn]);
}

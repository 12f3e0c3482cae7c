import { count } from '#renderer/text/format.ts';
import { fileStateWords, placeWords } from '#renderer/text/identifier-words.ts';
import {
  type CheckedFile,
  type CheckHit,
  type CheckResult,
  isOpen,
} from '#shared/domain/identifiers/check.ts';

/** Hits of one place: a page, a comment, a field. */
export type PlaceHits = { readonly place: string; readonly hits: readonly CheckHit[] };
export type HitGroup = {
  /** The file's hash; `item` for the item's own words. */
  readonly key: string;
  readonly title: string;
  /** What is to be known of the file besides its hits; empty where there is nothing. */
  readonly remark: string;
  readonly places: readonly PlaceHits[];
  readonly open: number;
};

function remarkOf({ state, redacted, withoutText, pages, cutShort }: CheckedFile): string {
  const said: string[] = [];
  if (redacted) said.push('The redacted copy');
  // Those that wait are told by the state of the item as a whole.
  if (state !== 'read' && state !== 'unchecked') said.push(fileStateWords[state]);
  else if (withoutText > 0)
    said.push(`${count(withoutText, 'page')} of ${pages} without words: only you can check them`);
  if (cutShort) said.push('There is more in it than was read');
  return said.join('. ');
}

function byPlace(hits: readonly CheckHit[]): readonly PlaceHits[] {
  const places = new Map<string, CheckHit[]>();
  for (const hit of hits) {
    const words = placeWords(hit.place);
    const before = places.get(words);
    if (before === undefined) places.set(words, [hit]);
    else before.push(hit);
  }
  return [...places].map(([place, found]) => ({ place, hits: found }));
}

/**
 * Hits nobody has decided on, by file and page: the open ones with what is to be known of their files, or those of kinds
 * that are mostly allowed. A file of which nothing is to be said is left out.
 */
export function groupsOf({ hits, files }: CheckResult, which: 'open' | 'often-allowed'): readonly HitGroup[] {
  const open = hits.filter((hit) =>
    which === 'open' ? isOpen(hit) : hit.dismissed === null && hit.confidence === 'low',
  );
  const own = open.filter(({ place }) => place.kind === 'field');
  const groups = files.map((file): HitGroup => {
    const found = open.filter(({ place }) => place.kind !== 'field' && place.file === file.file);
    return {
      key: file.file,
      title: file.name,
      remark: which === 'open' ? remarkOf(file) : '',
      places: byPlace(found),
      open: found.length,
    };
  });
  const words: HitGroup = {
    key: 'item',
    title: 'What is written in the item',
    remark: '',
    places: byPlace(own),
    open: own.length,
  };
  return [words, ...groups].filter((group) => group.open > 0 || group.remark !== '');
}

import type { DocumentText, HiddenFinding, HiddenKind, PageText } from '../documents/text.ts';
import type { Sha256 } from '../ids.ts';
import type { RawHit } from './check.ts';
import { findIdentifiers } from './find-identifiers.ts';
import { areasOf } from './hit-areas.ts';
import { identifiersBySlice } from './long-text.ts';
import type { Confidence, IdentifierOptions } from './types.ts';

/** What is told of hidden content for itself, whatever it says; of other kinds only what the rules find in them. */
const telling: { readonly [K in HiddenKind]?: readonly [Confidence, string] } = {
  comment: ['low', 'A comment that is not on the printed page: read it before the file is sent.'],
  'embedded-file': ['medium', 'A file inside this file, which nobody has checked.'],
  'layer-off': ['medium', 'A layer that is switched off can be switched on again.'],
  'invisible-text': ['medium', 'Words that are there and cannot be seen: anybody can copy them out.'],
  'covered-text': ['high', 'Words below a box or picture: the black bar can be lifted.'],
  'covered-picture': ['high', 'A picture below a box: the black bar can be lifted.'],
  'unapplied-redaction': ['high', 'Marked to be blacked out, and never blacked out.'],
  'earlier-version': ['medium', 'An earlier version of the document is still inside it.'],
  'tracked-change': ['medium', 'A tracked change: what was deleted can be read.'],
  'hidden-text': ['medium', 'Hidden text: anybody can show it.'],
  location: ['high', 'Where the photograph was taken.'],
  'trailing-data': ['low', 'Something is stored behind the end of the file.'],
};

function* hitsOfHidden(
  file: Sha256,
  { what, page, area, label, text }: HiddenFinding,
  options: IdentifierOptions,
): Generator<RawHit> {
  const place = { kind: 'hidden', file, what, label, page, area } as const;
  const told = telling[what];
  if (told !== undefined) {
    const [confidence, why] = told;
    yield { rule: 'hidden-content', confidence, why, text, place };
  }
  for (const { rule, confidence, why, text: found } of findIdentifiers(text, options)) {
    yield { rule, confidence, why, text: found, place };
  }
}

/** What on one page may identify somebody. */
export function* hitsOfPage(
  file: Sha256,
  page: PageText,
  options: IdentifierOptions,
): Generator<readonly RawHit[]> {
  for (const hits of identifiersBySlice(page.text, options)) {
    yield hits.map(({ rule, confidence, why, text, start, end }) => ({
      rule,
      confidence,
      why,
      text,
      place: { kind: 'page', file, page: page.page, start, end, areas: areasOf(page, start, end) },
    }));
  }
}

/** What may identify somebody in what the pages of a document do not show, and in its codes. */
export function* hitsBesidePages(
  file: Sha256,
  document: Pick<DocumentText, 'hidden' | 'codes'>,
  options: IdentifierOptions,
): Generator<readonly RawHit[]> {
  for (const finding of document.hidden) yield [...hitsOfHidden(file, finding, options)];
  for (const { page, area, text } of document.codes) {
    const place = { kind: 'code', file, page, area } as const;
    const inside = findIdentifiers(text, options).map(
      ({ rule, confidence, why, text: found }): RawHit => ({
        rule,
        confidence,
        why,
        text: found,
        place,
      }),
    );
    const why = 'A QR or bar code: it can lead to a document or carry a reference.';
    yield inside.length > 0 ? inside : [{ rule: 'link', confidence: 'medium', why, text, place }];
  }
}

/** Everything in a document that may identify somebody: on its pages, in what they do not show, and in its codes. */
export function* hitsOfDocument(
  file: Sha256,
  document: DocumentText,
  options: IdentifierOptions,
): Generator<readonly RawHit[]> {
  for (const page of document.pages) yield* hitsOfPage(file, page, options);
  yield* hitsBesidePages(file, document, options);
}

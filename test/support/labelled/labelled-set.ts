import * as further from './further.ts';
import * as harmless from './harmless.ts';
import * as letters from './letters.ts';
import * as notes from './notes.ts';
import { type Chance, chance, type LabelledPage, labelled } from './page.ts';
import * as scans from './scans.ts';
import * as tables from './tables.ts';
import * as unseen from './unseen.ts';
import { unseenPages } from './unseen-pages.ts';

type Templates = Readonly<Record<string, (by: Chance) => string>>;
const kinds: Readonly<Record<string, Templates>> = {
  letter: letters,
  table: tables,
  note: notes,
  scan: scans,
  further,
  harmless,
};

/** How many pages are made of each template; the seed of a page follows from its template and number. */
const each = 5;

const pagesOf = (kind: string, group: number, templates: Templates, first: number): readonly LabelledPage[] =>
  Object.entries(templates).flatMap(([name, template], place) =>
    Array.from({ length: each }, (_, at) =>
      labelled(
        `${name} ${at + 1}`,
        kind,
        template(chance(first * 100_003 + group * 1009 + place * 101 + at)),
      ),
    ),
  );

/** Every page of the set: letters, lists and logbooks, notes, scans, and pages with nothing to find. */
export const labelledSet = (first = 1): readonly LabelledPage[] =>
  Object.entries(kinds).flatMap(([kind, templates], group) => pagesOf(kind, group, templates, first));

/** Pages the rules were not made with. */
export const unseenSet = (first = 1): readonly LabelledPage[] => pagesOf('unseen', 9, unseen, first);

/** Whole pages of other layouts and other names, nor were the rules made with these. */
export const unseenWholePages = (): readonly LabelledPage[] =>
  Object.entries(unseenPages).map(([name, text]) => labelled(name, 'unseen', text));

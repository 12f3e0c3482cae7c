/** What a file is for, by its ending. `rows`: it holds many items, or one that is written in it. */
export type FileKind = 'package' | 'card' | 'rows' | 'evidence';

const kinds: Readonly<Record<string, FileKind>> = {
  waymark: 'package',
  'waymark-card': 'card',
  csv: 'rows',
  tsv: 'rows',
  xlsx: 'rows',
  bib: 'rows',
  ris: 'rows',
  eml: 'rows',
};

export const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

export const fileKind = (name: string): FileKind => kinds[endingOf(name)] ?? 'evidence';

/** For a file dialogue: what the import screen reads. */
export const importEndings = '.csv,.tsv,.xlsx,.bib,.ris,.eml';

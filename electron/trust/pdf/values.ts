/** What PDF objects are made of. Null, booleans and numbers are themselves; names are Latin-1 text without the slash. */
export type PdfName = { readonly kind: 'name'; readonly name: string };
/** `start` and `end` are where the token stands in the buffer it was read from, delimiters included. */
export type PdfString = {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
  readonly hex: boolean;
  readonly start: number;
  readonly end: number;
};
export type PdfRef = { readonly kind: 'ref'; readonly number: number; readonly generation: number };
export type PdfArray = { readonly kind: 'array'; readonly items: readonly PdfValue[] };
export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> };
/** `data` is the raw, still filtered, content. */
export type PdfStream = { readonly kind: 'stream'; readonly dict: PdfDict; readonly data: Uint8Array };
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfArray
  | PdfDict
  | PdfStream;

export const nameOf = (name: string): PdfName => ({ kind: 'name', name });
export const refTo = (number: number): PdfRef => ({ kind: 'ref', number, generation: 0 });
export const arrayOf = (items: readonly PdfValue[]): PdfArray => ({ kind: 'array', items });
export const dictOf = (entries: Readonly<Record<string, PdfValue>>): PdfDict => ({
  kind: 'dict',
  entries: new Map(Object.entries(entries)),
});

/** The dictionary with some entries set, in their old places where they had one. */
export const withEntries = (dict: PdfDict, entries: Readonly<Record<string, PdfValue>>): PdfDict => ({
  kind: 'dict',
  entries: new Map([...dict.entries, ...Object.entries(entries)]),
});

type Kinds = {
  readonly name: PdfName;
  readonly string: PdfString;
  readonly ref: PdfRef;
  readonly array: PdfArray;
  readonly dict: PdfDict;
  readonly stream: PdfStream;
};

/** Whether a value is an object of that kind. */
export function isKind<K extends keyof Kinds>(value: PdfValue | undefined, kind: K): value is Kinds[K] {
  return typeof value === 'object' && value !== null && value.kind === kind;
}

export const isNamed = (value: PdfValue | undefined, name: string): boolean =>
  isKind(value, 'name') && value.name === name;

export const isWhole = (value: PdfValue | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

export const sameRef = (a: PdfRef, b: PdfRef): boolean =>
  a.number === b.number && a.generation === b.generation;

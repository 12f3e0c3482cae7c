declare module 'bibtex-parse' {
  type Part = { readonly datatype: string; readonly value: unknown };
  type Field = Part & { readonly name: string };
  type Item =
    | {
        readonly itemtype: 'entry';
        readonly type: string;
        readonly key: string;
        readonly fields: readonly Field[];
      }
    | {
        readonly itemtype: 'string';
        readonly name: string;
        readonly datatype: string;
        readonly value: unknown;
      }
    | { readonly itemtype: 'preamble' | 'comment' };
  export const parse: (text: string, options?: { readonly number: 'string' }) => readonly Item[];
}

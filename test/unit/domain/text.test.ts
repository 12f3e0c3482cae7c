import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineSchema, optionalLineSchema, proseSchema } from '#shared/domain/text.ts';

const spaces = fc.constantFrom(' ', '  ', '\t', '\n', '\r\n', '\u00a0', '\u2003', ' \t', '\n ');
const words = fc.stringMatching(/^[a-zŵł]{0,4}$/);
const typed = fc.array(fc.oneof(words, spaces), { maxLength: 12 }).map((parts) => parts.join(''));

const awkward = fc.constantFrom('a', ' ', '\t', '\r', '\n', '\u0000', '\u00a0', '\ufeff', '\u202e');

describe('text that a person typed', () => {
  test('a line has single plain spaces between its words and none around them', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const expected = text.split(/\s+/).filter(Boolean).join(' ');
        expect(optionalLineSchema().parse(text)).toBe(expected);
      }),
    );
  });

  test('what has been cleaned once stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: awkward, maxLength: 8 }), (text) => {
        const line = optionalLineSchema().parse(text);
        expect(optionalLineSchema().parse(line)).toBe(line);
        const prose = proseSchema().parse(text);
        expect(proseSchema().parse(prose)).toBe(prose);
      }),
    );
  });

  test('prose keeps its paragraphs', () => {
    expect(proseSchema().parse(' one\r\n\r\ntwo  three ')).toBe('one\n\ntwo  three');
  });

  test('controls and direction overrides are taken out', () => {
    expect(lineSchema().parse('Dr\u202E Sample\u0000 Doctor')).toBe('Dr Sample Doctor');
  });

  test('an empty line is refused where one is required', () => {
    expect(
      lineSchema()
        .safeParse(' \t ')
        .error?.issues.map(({ message }) => message),
    ).toEqual(['required']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutSpan, withTerm } from '#shared/domain/evidence-list/query/edit.ts';
import { parseQuery } from '#shared/domain/evidence-list/query/parse.ts';
import { printQuery } from '#shared/domain/evidence-list/query/print.ts';
import { operators } from '#shared/domain/evidence-list/query/terms.ts';

const context = { capabilities: ['IM1', 'IM7', 'G1', 'a.b-c'] };
const read = (text: string) => parseQuery(text, context);
const terms = (text: string) => read(text).terms.map(({ term }) => term);
const faults = (text: string) => read(text).faults.map(({ code, value }) => [code, value]);

const anyValue = fc.oneof(
  fc.constantFrom(
    'audit',
    'IM7',
    'im1',
    'none',
    'draft',
    'trash',
    'yes',
    'no',
    'stale',
    'files',
    'returned',
    '2025',
  ),
  fc.constantFrom(
    '01/02/2025',
    '2024-02-30',
    '2/2025',
    '"case based"',
    '"a, b"',
    '"say \\"ah\\""',
    'Ward 3',
    '“curly”',
  ),
  fc.string({ maxLength: 8 }),
);
const anyPiece = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '-', '--'),
      fc.constantFrom(...operators, 'capability', 'nope'),
      fc.array(anyValue, { maxLength: 3 }),
    )
    .map(([not, operator, values]) => `${not}${operator}:${values.join(',')}`),
  fc.string({ maxLength: 12 }),
  fc.string({ maxLength: 8 }).map((words) => `"${words}"`),
  fc.constantFrom('life support', 'ratio 3:1', '-', '\\', '"', 'https://example.org/a,b'),
);
const anyText = fc.array(anyPiece, { maxLength: 6 }).map((pieces) => pieces.join(' '));

describe('a query', () => {
  it('means the same after it was printed, whatever was written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const asked = terms(text);
        const printed = printQuery(asked);
        expect(terms(printed)).toEqual(asked);
        expect(printQuery(terms(printed))).toBe(printed);
      }),
      { numRuns: 2000 },
    );
  });

  it('says where each term stands: taken out, the others stay; put in again, all are there', () => {
    fc.assert(
      fc.property(anyText, fc.nat(5), (text, which) => {
        const { terms: placed } = read(text);
        const one = placed[which];
        if (one === undefined) return;
        const rest = withoutSpan(text, one.at);
        const others = placed.filter((other) => other !== one).map(({ term }) => term);
        expect(terms(rest)).toEqual(others);
        expect(terms(withTerm(rest, one.term))).toEqual([...others, one.term]);
      }),
      { numRuns: 1000 },
    );
  });

  it('knows its operators, other words for their values, and how people write dates', () => {
    expect(terms('type:audit cap:im7 -status:draft before:01/02/2025 after:2024-01-01 verified:no')).toEqual([
      { kind: 'type', types: ['audit'], not: false },
      { kind: 'cap', codes: ['IM7'], not: false },
      { kind: 'status', statuses: ['draft'], not: true },
      { kind: 'before', date: '2025-02-01', not: false },
      { kind: 'after', date: '2024-01-01', not: false },
      { kind: 'verified', is: false, not: false },
    ]);
    expect(terms('has:identifiers -identifiers:none,Unchecked')).toEqual([
      { kind: 'has', things: ['identifiers'], not: false },
      { kind: 'identifiers', states: ['unchecked', 'none-found'], not: true },
    ]);
    expect(faults('identifiers:clean')).toEqual([['unknown-check', 'clean']]);
    expect(terms('redaction:none,stale has:files tag:"night shift" place:leeds "exact phrase" word')).toEqual(
      [
        { kind: 'redaction', states: ['none', 'stale'], not: false },
        { kind: 'has', things: ['file'], not: false },
        { kind: 'tag', tags: ['night shift'], not: false },
        { kind: 'place', places: ['leeds'], not: false },
        { kind: 'phrase', text: 'exact phrase', not: false },
        { kind: 'word', text: 'word', not: false },
      ],
    );
    expect(terms('type:360')).toEqual([{ kind: 'type', types: ['msf'], not: false }]);
    expect(terms('type:"case based"')).toEqual([{ kind: 'type', types: ['cbd'], not: false }]);
    expect(terms('type:feedback')).toEqual([
      { kind: 'type', types: ['msf', 'patient-feedback'], not: false },
    ]);
    expect(terms('after:2024 before:3/2025')).toEqual([
      { kind: 'after', date: '2024-12-31', not: false },
      { kind: 'before', date: '2025-03-01', not: false },
    ]);
    expect(terms('ratio 3:1')).toEqual([
      { kind: 'word', text: 'ratio', not: false },
      { kind: 'word', text: '3:1', not: false },
    ]);
  });

  it('tells what it cannot search for, and keeps the rest', () => {
    expect(
      faults('cap:G9,IM1 type:nonsense status:returned status:odd before:30/02/2025 verified:perhaps'),
    ).toEqual([
      ['unknown-capability', 'G9'],
      ['unknown-type', 'nonsense'],
      ['reserved-status', 'returned'],
      ['unknown-status', 'odd'],
      ['not-a-date', '30/02/2025'],
      ['not-yes-or-no', 'perhaps'],
    ]);
    expect(terms('cap:G9,IM1 type:nonsense word')).toEqual([
      { kind: 'cap', codes: ['IM1'], not: false },
      { kind: 'word', text: 'word', not: false },
    ]);
    expect(faults('redaction:maybe has:teeth cap:')).toEqual([
      ['unknown-redaction', 'maybe'],
      ['unknown-thing', 'teeth'],
      ['no-value', ''],
    ]);
    // Searched all the same, and a slip of one letter is pointed out.
    expect(faults('befor:2025 vreified:yes tyype:audit caps:G4 has:file')).toEqual([
      ['almost-operator', 'befor:2025'],
      ['almost-operator', 'vreified:yes'],
      ['almost-operator', 'tyype:audit'],
      ['almost-operator', 'caps:G4'],
    ]);
    expect(faults('https://x.org note: Re:sepsis 10:30 cat:7')).toEqual([]);
    expect(faults('type:audit type:cbd')).toEqual([['one-each', 'type:cbd']]);
    expect(faults('type:audit -type:cbd cap:IM1 cap:IM7')).toEqual([]);
  });
});

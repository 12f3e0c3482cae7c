import fc from 'fast-check';
import { type EvidenceItem, evidenceItemSchema } from '#shared/domain/evidence.ts';
import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';

/** A UUID that sorts by its number. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** An invented item: valid, plain, with whatever a test cares about put over it. */
export const item = (n: number, over: Partial<EvidenceItem> = {}): EvidenceItem => ({
  id: idOf(n),
  type: 'cbd',
  title: `Sample item ${n}`,
  startedOn: '2026-01-15',
  endedOn: null,
  place: '',
  role: '',
  reflection: '',
  hours: null,
  details: {},
  attachments: [],
  links: [],
  verification: null,
  createdAt: '2026-02-01T09:00:00.000Z',
  updatedAt: '2026-02-01T09:00:00.000Z',
  trashedAt: null,
  ...over,
});

export const linkedTo = (...capabilities: readonly string[]) => ({
  links: capabilities.map((capability) => ({ capability, pages: '', note: '' })),
});

export const verification = { by: 'Dr Sample Verifier', on: '2026-03-01', institution: 'Sample Hospital' };

const date = fc
  .tuple(
    fc.integer({ min: 2016, max: 2028 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);

const instant = date.map((day) => `${day}T09:00:00.000Z`);
const words = fc
  .array(
    fc.constantFrom(
      'Łódź',
      'audit',
      'AUDIT',
      'Ŵyn',
      'réanimation',
      'ward',
      "O'Brien",
      '张伟',
      'İzmir',
      'Case',
    ),
    {
      maxLength: 4,
    },
  )
  .map((all) => all.join(' '));

/** Any item with one of a few ids, so that histories edit, trash and delete what they made. */
export const anyItem = (codes: readonly string[], ids = 12): fc.Arbitrary<EvidenceItem> =>
  fc
    .record({
      n: fc.integer({ min: 0, max: ids - 1 }),
      type: fc.constantFrom(...evidenceTypeIds),
      title: words,
      dates: fc.tuple(date, fc.option(date)),
      place: words,
      role: words,
      reflection: words,
      hours: fc.option(fc.double({ min: 0, max: 40, noNaN: true })),
      cases: fc.option(fc.integer({ min: 0, max: 400 })),
      kind: fc.constantFrom('structured-report', 'referral-letter', 'thanks'),
      links: fc.array(fc.constantFrom(...codes, 'GONE1'), { maxLength: 4 }),
      verified: fc.boolean(),
      trashedAt: fc.option(instant, { freq: 4 }),
      updatedAt: instant,
    })
    .map(({ n, title, dates: [first, second], cases, kind, links, verified, ...rest }) => {
      const [startedOn, endedOn] = second !== null && second < first ? [second, first] : [first, second];
      return item(n, {
        ...rest,
        ...linkedTo(...links),
        title: title === '' ? 'Untitled sample' : title,
        startedOn,
        endedOn,
        details: cases === null ? { kind } : { cases, kind },
        verification: verified ? verification : null,
      });
    });

/** Guards the fixtures themselves: what these helpers make must be what the record accepts. */
export const accepted = (one: EvidenceItem): boolean => evidenceItemSchema.safeParse(one).success;

import { describe, expect, it } from 'vitest';
import { createEvidenceIndex } from '#shared/domain/evidence-list/evidence-index.ts';
import { idOf, item, linkedTo } from './items.ts';

const filter = { text: '', types: [], capability: null, verified: null, trash: false };
const newest = { by: 'startedOn', direction: 'descending' } as const;
const best = { by: 'match', direction: 'descending' } as const;
const hash = (letter: string) => letter.repeat(64);
const file = (letter: string, name: string) => ({
  hash: hash(letter),
  name,
  mediaType: 'application/pdf',
  size: 9,
});

function indexWith(pages: Record<string, readonly string[]>) {
  const read = new Map(Object.entries(pages).map(([letter, text]) => [hash(letter), text]));
  const index = createEvidenceIndex({ texts: { pagesOf: (one) => read.get(one) } });
  const settleAll = () => {
    while (index.settle());
  };
  const found = (text: string, sort: typeof newest | typeof best = newest) =>
    index.page({ ...filter, text }, sort, 0, 20).rows;
  return { index, read, settleAll, found, ids: (text: string) => found(text).map(({ id }) => id) };
}

describe('text of attached files', () => {
  it('is found with its page, together with words of the item, and no longer once the file is gone', () => {
    const { index, settleAll, found, ids } = indexWith({
      a: ['Cover sheet', 'Sepsis bundle in the résumé', 'End'],
    });
    const held = item(1, { title: 'Closed loop', attachments: [file('a', 'audit.pdf')], tags: ['nights'] });
    index.apply(undefined, held);
    index.apply(undefined, item(2, { title: 'Sepsis teaching' }));
    settleAll();
    expect(ids('seps')).toEqual([idOf(2), idOf(1)]);
    expect(found('seps loop')).toMatchObject([
      {
        id: idOf(1),
        found: { in: 'file', file: 'audit.pdf', page: 2, around: 'Sepsis bundle in the résumé' },
      },
    ]);
    expect(found('sepsis')[0]?.found).toBeUndefined();
    expect(ids('"bundle in the resume"')).toEqual([idOf(1)]);
    expect(ids('"resume in the bundle"')).toEqual([]);
    expect(ids('-sepsis')).toEqual([]);
    const without = { ...held, attachments: [] };
    index.apply(held, without);
    expect(ids('sepsis loop')).toEqual([]);
    index.apply(without, held);
    settleAll();
    expect(ids('sepsis loop')).toEqual([idOf(1)]);
    index.apply(held, undefined);
    settleAll();
    expect(ids('sepsis')).toEqual([idOf(2)]);
  });

  it('of any length is taken in step by step, no word cut in two', () => {
    const long = Array.from({ length: 9000 }, (_, at) => `entry${at}`).join(' ');
    const { index, ids } = indexWith({ d: [long] });
    index.apply(undefined, item(1, { attachments: [file('d', 'long.txt')] }));
    let steps = 1;
    while (index.settle()) steps += 1;
    expect(steps).toBeGreaterThan(5);
    expect(
      Array.from({ length: 9000 }, (_, at) => at).filter(
        (at) => at % 97 === 0 && ids(`entry${at}`).length === 0,
      ),
    ).toEqual([]);
    expect(ids('entry1 entry8999')).toEqual([idOf(1)]);
  });

  it('arrives after the item did, and is shared by those that hold it', () => {
    const { index, read, settleAll, ids } = indexWith({});
    index.apply(undefined, item(1, { attachments: [file('b', 'one.pdf')] }));
    index.apply(undefined, item(2, { attachments: [file('b', 'again.pdf')] }));
    expect(ids('ketamine')).toEqual([]);
    read.set(hash('b'), ['Ketamine sedation']);
    index.arrived(hash('b'));
    settleAll();
    expect(ids('ketamine')).toEqual([idOf(2), idOf(1)]);
    index.apply(item(1, { attachments: [file('b', 'one.pdf')] }), item(1));
    expect(ids('ketamine')).toEqual([idOf(2)]);
  });
});

describe('words of items', () => {
  it('are found wherever they stand, and the row says where', () => {
    const { index, found } = indexWith({});
    const noted = { capability: 'G1', pages: '', note: 'Led the debrief' };
    index.apply(
      undefined,
      item(1, {
        tags: ['portfolio day'],
        links: [noted],
        details: { what: 'Handover checklist', cases: 7 },
        attachments: [file('c', 'rota_2025.xlsx')],
        role: 'Chair',
      }),
    );
    const where = (text: string) => found(text).map((row) => row.found?.in ?? 'shown');
    expect(where('portf')).toEqual(['tags']);
    expect(where('debr')).toEqual(['notes']);
    expect(where('handover')).toEqual(['details']);
    expect(where('rota')).toEqual(['files']);
    expect(where('chair')).toEqual(['role']);
    expect(where('sample')).toEqual(['shown']);
  });

  it('order the best match first: a title before a mention', () => {
    const { index, found } = indexWith({});
    const mention = 'A long day on the ward, at the end of which somebody spoke about the audit for a while.';
    index.apply(undefined, item(1, { title: 'Audit of fluid charts', startedOn: '2020-01-01' }));
    index.apply(
      undefined,
      item(2, { title: 'Something else', reflection: mention, startedOn: '2025-01-01' }),
    );
    expect(found('audit', best).map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
    expect(found('audit', newest).map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
    expect(found('', best).map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
  });
});

describe('groups', () => {
  it('and orders follow the guidance when the portfolio moves to another', () => {
    let codes = ['IM1', 'IM2'];
    const index = createEvidenceIndex({ capabilities: () => codes });
    index.apply(undefined, item(1, linkedTo('IM1')));
    index.apply(undefined, item(2, linkedTo('IM2')));
    const order = () =>
      index
        .page(filter, { by: 'capabilities', direction: 'ascending' }, 0, 9)
        .rows.flatMap(({ capabilities }) => capabilities);
    const of = (text: string) => index.page({ ...filter, text }, newest, 0, 9).total;
    expect(order()).toEqual(['IM1', 'IM2']);
    expect(of('cap:IM1')).toBe(1);
    codes = ['IM2', 'IM1'];
    expect(order()).toEqual(['IM2', 'IM1']);
    codes = ['IM2'];
    // It is no capability there: the rest of the search, which is nothing, finds both.
    expect(of('cap:IM1')).toBe(2);
  });

  it('follow the guidance, the calendar or the alphabet, and hold an item once for each capability', () => {
    const index = createEvidenceIndex({ capabilities: () => ['IM10', 'IM2'] });
    index.apply(undefined, item(1, { ...linkedTo('IM2', 'IM10'), place: 'Leeds', startedOn: '2024-05-01' }));
    index.apply(undefined, item(2, { ...linkedTo('OLD1'), place: 'leeds', startedOn: '2025-05-01' }));
    index.apply(undefined, item(3, { draft: true, startedOn: '2025-06-01' }));
    const page = (group: 'capability' | 'year' | 'place' | 'status') =>
      index.page(filter, newest, 0, 20, group);
    expect(page('capability')).toMatchObject({ total: 4, items: 3 });
    expect(page('capability').groups).toEqual([
      { key: 'IM10', count: 1 },
      { key: 'IM2', count: 1 },
      { key: 'OLD1', count: 1 },
      { key: 'none', count: 1 },
    ]);
    expect(page('capability').rows.map(({ id }) => id)).toEqual([idOf(1), idOf(1), idOf(2), idOf(3)]);
    expect(page('year').groups).toEqual([
      { key: '2025', count: 2 },
      { key: '2024', count: 1 },
    ]);
    expect(page('year').rows.map(({ id }) => id)).toEqual([idOf(3), idOf(2), idOf(1)]);
    expect(page('place').groups).toEqual([
      { key: 'leeds', count: 2 },
      { key: '', count: 1 },
    ]);
    expect(page('status').groups[0]).toEqual({ key: 'draft', count: 1 });
    expect(index.page(filter, newest, 2, 20, 'year')).toMatchObject({ groups: [], rows: [{ id: idOf(1) }] });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '#electron/services/packages/collect.ts';
import { usualColumns } from '#shared/domain/evidence-list/columns.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testPassphrase,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const search = {
  name: 'Audits to verify',
  query: 'type:audit verified:no',
  sort: { by: 'startedOn', direction: 'descending' },
  group: 'year',
} as const;

describe.each(transports)('how a list is seen, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());

  it('keeps the columns of each portfolio over a restart, and they are nothing to undo', async () => {
    const { lists, history, app } = under.client;
    expect((await lists.view({ portfolioId })).columns).toEqual(usualColumns);
    const columns = ['tags', 'dates'] as const;
    await lists.setColumns({ portfolioId, columns });
    await app.lock();
    await app.unlock({ passphrase: testPassphrase });
    expect((await lists.view({ portfolioId })).columns).toEqual(columns);
    expect((await history.undoState({ portfolioId })).undo).toBeNull();
    await lists.setColumns({ portfolioId, columns: [] });
    expect((await lists.view({ portfolioId })).columns).toEqual([]);
    expect(await refusal(lists.setColumns({ portfolioId, columns: ['tags', 'tags'] }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('keeps searches under a name, renames and removes them, and takes each of that back', async () => {
    const { lists, history } = under.client;
    const searches = async () => (await lists.view({ portfolioId })).searches;
    const undo = async () => {
      const { undo: step } = await history.undoState({ portfolioId });
      await history.undo({ portfolioId, seq: step?.seq ?? 0, to: step?.to ?? 0 });
      return step?.subject?.title;
    };
    const made = await lists.addSearch({ portfolioId, search });
    const other = await lists.addSearch({ portfolioId, search: { ...search, name: 'A first' } });
    expect(await searches()).toEqual([other, made]);
    const renamed = await lists.changeSearch({
      portfolioId,
      id: made.id,
      search: { ...search, name: 'Zuletzt', query: 'cap:IM1' },
    });
    expect(renamed).toMatchObject({ id: made.id, name: 'Zuletzt', query: 'cap:IM1' });
    await lists.removeSearch({ portfolioId, id: made.id });
    expect(await searches()).toEqual([other]);
    expect(await undo()).toBe('Zuletzt');
    expect(await searches()).toEqual([other, renamed]);
    await undo();
    expect(await searches()).toEqual([other, made]);
  });

  it('refuses a name that is taken, and searches that are not there', async () => {
    const { lists } = under.client;
    const { searches } = await lists.view({ portfolioId });
    const [first, second] = searches;
    const taken = {
      code: 'INVALID',
      data: { issues: [{ path: ['search', 'name'], code: 'already-there' }] },
    };
    const name = `  ${first?.name.toUpperCase()} `;
    expect(await refusal(lists.addSearch({ portfolioId, search: { ...search, name } }))).toEqual(taken);
    expect(
      await refusal(lists.changeSearch({ portfolioId, id: second?.id ?? '', search: { ...search, name } })),
    ).toEqual(taken);
    const gone = { code: 'NOT_FOUND', data: { what: 'search' } };
    expect(await refusal(lists.changeSearch({ portfolioId, id: nobody, search }))).toEqual(gone);
    expect(await refusal(lists.removeSearch({ portfolioId, id: nobody }))).toEqual(gone);
    for (const call of heard([
      lists.view({ portfolioId: nobody }),
      lists.setColumns({ portfolioId: nobody, columns: [] }),
      lists.addSearch({ portfolioId: nobody, search }),
    ])) {
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'portfolio' } });
    }
    expect(under.logged.join('\n')).not.toContain('Audits');
  });

  it('goes to nobody else: a package for a supervisor holds no search, one for oneself all', async () => {
    const { store } = await under.app.session.portfolio(portfolioId);
    const kinds = async (audience: 'self' | 'supervisor' | 'panel') => {
      const { included, leftOut } = (await collect(under.app.session, store, { audience, exclude: [] }))
        .selection;
      return [included, leftOut].map(
        (refs) => refs.filter(({ collection }) => collection === 'searches').length,
      );
    };
    expect(await kinds('supervisor')).toEqual([0, 0]);
    expect(await kinds('panel')).toEqual([0, 0]);
    expect(await kinds('self')).toEqual([2, 0]);
  });
});

import type { App } from '#electron/app.ts';
import { testItem, testPassphrase, testPortfolio, testProfile } from '../../app-under-test.ts';
import { appOn } from '../app-on-disk.ts';
import { attach } from '../sample-vault.ts';
import type { Scenario } from '../scenario.ts';

const itemTitles = ['one', 'two'];

/** The portfolios of the vault, the older first. */
async function bothOf(app: App): Promise<readonly [string, string]> {
  const [first, second] = await app.services.portfolios.list(undefined);
  if (first === undefined || second === undefined) throw new Error('a portfolio is gone');
  return [first.id, second.id];
}

/** The items of a portfolio. Reads each attachment to its end. */
async function itemsIn(app: App, portfolioId: string): Promise<ReadonlyMap<string, string>> {
  const { store } = await app.session.portfolio(portfolioId);
  const found = new Map<string, string>();
  for (const { id, title, attachments } of store.all('evidence').values()) {
    found.set(title, id);
    for (const { hash } of attachments) {
      const file = await store.blobs.read(hash);
      if (file === undefined) throw new Error('an attachment is gone');
      for await (const chunk of file.bytes) void chunk;
    }
  }
  return found;
}

/** Items with attachments are moved to another portfolio, back by undoing, and there again by redoing. */
export const movingScenario: Scenario = {
  name: 'moving items between portfolios',
  prepare: async (files) => {
    const app = await appOn(files);
    await app.services.app.createVault({ passphrase: testPassphrase, profile: testProfile });
    const { id: portfolioId } = await app.services.portfolios.create(testPortfolio);
    await app.services.portfolios.create(testPortfolio);
    for (const [place, title] of itemTitles.entries()) {
      const attachments = [
        await attach(app, portfolioId, 'sample.pdf', new Uint8Array(2000 + place).fill(place)),
      ];
      await app.services.evidence.create({ portfolioId, item: { ...testItem, title, attachments } });
    }
    await app.close();
  },
  run: async (files, act) => {
    const app = await appOn(files);
    await app.services.app.unlock({ passphrase: testPassphrase });
    const [from, to] = await bothOf(app);
    const ids = [...(await itemsIn(app, from)).values()];
    await act('moved', () => app.services.evidence.moveTo({ portfolioId: from, ids, to }));
    const { undo } = await app.services.history.undoState({ portfolioId: from });
    // The move failed, and what would be undone is something else.
    if (undo?.action !== 'evidence.move-out') throw new Error('nothing was moved');
    await act('undone', () => app.services.history.undo({ portfolioId: from, seq: undo.seq, to: undo.to }));
    const { redo } = await app.services.history.undoState({ portfolioId: to });
    if (redo === null) throw new Error('nothing was undone');
    await act('redone', () => app.services.history.redo({ portfolioId: to, seq: redo.seq }));
    await app.close();
  },
  reopen: async (files) => {
    const app = await appOn(files);
    await app.services.app.unlock({ passphrase: testPassphrase });
    const [from, to] = await bothOf(app);
    const [here, there] = [await itemsIn(app, from), await itemsIn(app, to)];
    const all = [...here.keys(), ...there.keys()].sort();
    // Each item in exactly one of them, and all in the same: a move is there as a whole or not at all.
    if (all.join() !== itemTitles.join()) throw new Error(`items are lost or doubled: ${all.join()}`);
    if (here.size > 0 && there.size > 0) throw new Error('a move is there in part');
    if (app.session.vault().profile.all('moves').size > 0) throw new Error('a move is left unfinished');
    const asked = { portfolioId: from, before: null, limit: 10, kind: null, who: null } as const;
    const { entries } = await app.services.history.activity(asked);
    const found = new Set<string>();
    const lines = entries.flatMap(({ action, about }) => (about.moved === undefined ? [] : [action]));
    for (const action of lines)
      found.add(action === 'undo' ? 'undone' : action === 'redo' ? 'redone' : 'moved');
    // The other history tells the same.
    const other = await app.services.history.activity({ ...asked, portfolioId: to });
    if (other.entries.filter(({ about }) => about.moved !== undefined).length !== lines.length)
      throw new Error('the two histories differ');
    if (there.size > 0 !== (lines.length % 2 === 1)) throw new Error('the items are not where they went');
    // And on it goes: everything is moved once more, from wherever it is.
    const [at, next] = there.size > 0 ? [to, from] : [from, to];
    const ids = [...(there.size > 0 ? there : here).values()];
    await app.services.evidence.moveTo({ portfolioId: at, ids, to: next });
    if ((await itemsIn(app, next)).size !== itemTitles.length) throw new Error('moving again lost something');
    await app.close();
    return found;
  },
};

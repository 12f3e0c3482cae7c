import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppUnderTest, startApp, testItem, testProfile } from '#test/support/app-under-test.ts';
import {
  filledPortfolio,
  introduce,
  merged,
  newVault,
  previewOf,
  recipientProfile,
  writtenPackage,
} from '#test/support/package-apps.ts';

describe('a package that was kept, undone, and is opened again', () => {
  let doctor: AppUnderTest;
  let supervisor: AppUnderTest;
  let to: string;
  let filled: Awaited<ReturnType<typeof filledPortfolio>>;
  beforeEach(async () => {
    [doctor, supervisor] = await Promise.all([startApp('in process'), startApp('in process')]);
    await Promise.all([newVault(doctor, testProfile), newVault(supervisor, recipientProfile)]);
    to = await introduce(supervisor, doctor);
    await introduce(doctor, supervisor);
    filled = await filledPortfolio(doctor);
    await merged(supervisor, (await previewOf(supervisor, await sent())).openId);
  });
  afterEach(() => Promise.all([doctor.close(), supervisor.close()]));

  const sent = async () =>
    (await writtenPackage(doctor, { portfolioId: filled.portfolioId, recipients: [to] })).bytes;
  const keep = async (bytes: Buffer) => merged(supervisor, (await previewOf(supervisor, bytes)).openId);
  const storeOf = async () => (await supervisor.app.session.portfolio(filled.portfolioId)).store;
  const titles = async () =>
    [...(await storeOf()).all('evidence').values()].map(({ title }) => title).toSorted();
  const edit = async (under: AppUnderTest, id: string, title: string) => {
    const { store } = await under.app.session.portfolio(filled.portfolioId);
    const item = store.get('evidence', id);
    if (item === undefined) throw new Error('no such item');
    await store.commit('evidence.update', [{ collection: 'evidence', id, value: { ...item, title } }]);
  };
  const undo = async () => {
    const { portfolioId } = filled;
    const { undo: step } = await supervisor.client.history.undoState({ portfolioId });
    if (step === null) throw new Error('nothing to undo');
    await supervisor.client.history.undo({ portfolioId, seq: step.seq, to: step.to });
    return step;
  };
  const known = ({ counts }: Awaited<ReturnType<typeof previewOf>>) =>
    counts.reduce((sum, one) => sum + one.known, 0);

  it('says what was undone and when, and brings it back as a new change that can be undone', async () => {
    const { client } = doctor;
    const { portfolioId, first } = filled;
    const before = await titles();
    const fresh = await client.evidence.create({ portfolioId, item: { ...testItem, title: 'Added later' } });
    await edit(doctor, first.id, 'Changed by the doctor');
    const bytes = await sent();
    const honest = await previewOf(supervisor, bytes);
    expect(honest.undone).toBeNull();
    await merged(supervisor, honest.openId);
    const after = await titles();
    expect(after).toContain('Added later');
    await undo();
    expect(await titles()).toEqual(before);

    const again = await previewOf(supervisor, bytes);
    expect(again.items).toEqual([]);
    expect(again.undone?.items.map(({ id }) => id).toSorted()).toEqual([first.id, fresh.id].toSorted());
    expect(Math.abs(Date.parse(again.undone?.at ?? '') - Date.now())).toBeLessThan(600_000);
    expect(known(again)).toBe(known(honest));
    expect(await titles()).toEqual(before);
    expect(await merged(supervisor, again.openId)).toMatchObject({ new: 0, changed: 0, back: 2, files: 0 });
    expect(await titles()).toEqual(after);

    // Once it is back it is known, and keeping it again does nothing.
    const third = await previewOf(supervisor, bytes);
    expect(third).toMatchObject({ items: [], undone: null });
    const { head } = await storeOf();
    const entries = head().entries;
    expect(await merged(supervisor, third.openId)).toMatchObject({ back: 0, new: 0, changed: 0 });
    expect(head().entries).toBe(entries);
    expect(await undo()).toMatchObject({ action: 'import.package', count: 2 });
    expect(await titles()).toEqual(before);
    // And so for ever.
    expect(await keep(bytes)).toMatchObject({ back: 2 });
    expect(await titles()).toEqual(after);
  });

  it('brings a conflict back as the conflict it was', async () => {
    const { first } = filled;
    await edit(supervisor, first.id, 'Changed by the supervisor');
    await edit(doctor, first.id, 'Changed by the doctor');
    const bytes = await sent();
    expect(await keep(bytes)).toMatchObject({ conflicting: 1 });
    await undo();
    const store = await storeOf();
    expect(store.conflicts()).toEqual([]);
    expect(await keep(bytes)).toMatchObject({ back: 1, conflicting: 0 });
    expect(store.conflicts()).toMatchObject([{ collection: 'evidence', id: first.id }]);
    expect(store.heads('evidence', first.id).map(({ value }) => value?.title)).toEqual([
      'Changed by the supervisor',
      'Changed by the doctor',
    ]);
  });

  it('leaves alone what was changed since it was undone', async () => {
    const { first, second } = filled;
    await edit(doctor, first.id, 'Changed by the doctor');
    await edit(doctor, second.id, 'This too');
    const bytes = await sent();
    await keep(bytes);
    await undo();
    await edit(supervisor, first.id, 'Mine now');
    const again = await previewOf(supervisor, bytes);
    expect(again.undone?.items.map(({ id }) => id)).toEqual([second.id]);
    await merged(supervisor, again.openId);
    expect(await titles()).toEqual(['Mine now', 'This too']);
  });

  it('has nothing to bring back once the undoing was taken back by hand', async () => {
    await edit(doctor, filled.first.id, 'Changed by the doctor');
    const bytes = await sent();
    await keep(bytes);
    await undo();
    const { portfolioId } = filled;
    const { redo } = await supervisor.client.history.undoState({ portfolioId });
    await supervisor.client.history.redo({ portfolioId, seq: redo?.seq ?? 0 });
    expect(await previewOf(supervisor, bytes)).toMatchObject({ items: [], undone: null });
  });
});

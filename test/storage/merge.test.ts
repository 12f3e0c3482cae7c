import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentFormat } from '#electron/storage/migrations/registry.ts';
import { sha256 } from '#electron/storage/revision.ts';
import { contentOf } from '#shared/domain/merge/revision-content.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { idFrom, sampleActor, sampleEvidence, sampleInstant } from '#test/support/storage-samples.ts';
import { newSites, put, recordsOf, type Site, send } from '#test/support/storage-sites.ts';
import {
  type Bed,
  digestsBelow,
  failureOf,
  neverCheckpoint,
  openSampleStore,
  temporaryBed,
} from '#test/support/storage-stores.ts';

let bed: Bed;
beforeEach(async () => {
  bed = await temporaryBed();
});
afterEach(() => bed.remove());

const id = idFrom(1);
const evidence = [{ collection: 'evidence', id }];
const headsOf = (site: Site) => site.heads('evidence', id);
const titles = (site: Site) => headsOf(site).map(({ value }) => value?.title);
const names = (site: Site) => headsOf(site).map(({ revision }) => revision);
const closeAll = (sites: readonly Site[]) => Promise.all(sites.map((site) => site.close()));

/** Two sites with one item each has changed: a conflict once they meet. */
async function divided(): Promise<readonly [Site, Site]> {
  const [ours, theirs] = (await newSites(bed.folder, ['ours', 'theirs'])) as [Site, Site];
  await ours.commit('evidence.add', [put(1, 'First')]);
  await send(ours, theirs);
  await ours.commit('evidence.update', [put(1, 'Ours')]);
  await theirs.commit('evidence.update', [put(1, 'Theirs once')]);
  await theirs.commit('evidence.update', [put(1, 'Theirs')]);
  return [ours, theirs];
}

describe('merging', () => {
  it('adds what is new, moves on what is older here, and tells listeners what is shown', async () => {
    const [ours, theirs] = (await newSites(bed.folder, ['ours', 'theirs'])) as [Site, Site];
    await theirs.commit('evidence.add', [put(1, 'First'), put(2)]);
    const told: string[] = [];
    ours.onCommit((changes) => told.push(...changes.map((change) => change.id)));
    expect((await send(theirs, ours)).summary.counts).toEqual({
      known: 0,
      new: 2,
      changed: 0,
      conflicting: 0,
    });
    expect(told).toEqual([idFrom(1), idFrom(2)]);
    await theirs.commit('evidence.update', [put(1, 'Second')]);
    await theirs.commit('evidence.update', [put(1, 'Third')]);
    const arriving = await theirs.history.travel(evidence, 'heads');
    expect((await ours.planMerge(arriving)).records).toEqual([
      { collection: 'evidence', id, kind: 'changed' },
    ]);
    expect(titles(ours)).toEqual(['First']);
    await ours.merge('import.package', arriving);
    expect(titles(ours)).toEqual(['Third']);
    expect(ours.get('evidence', id)?.title).toBe('Third');
    expect(ours.conflicts()).toEqual([]);
    await closeAll([ours, theirs]);
  });

  it('of the same again writes no line and changes no byte', async () => {
    const [ours, theirs] = await divided();
    await send(theirs, ours);
    const before = await digestsBelow(bed.folder);
    const { head } = ours;
    const again = await send(theirs, ours, 'heads');
    expect(again.summary.counts).toEqual({ known: 1, new: 0, changed: 0, conflicting: 0 });
    expect(again.head).toEqual(head());
    expect(await digestsBelow(bed.folder)).toEqual(before);
    await closeAll([ours, theirs]);
  });

  it('shows ours with theirs beside where both moved on, on both sites, and keeps both through a restart', async () => {
    const [ours, theirs] = await divided();
    expect((await send(theirs, ours)).summary.counts.conflicting).toBe(1);
    expect((await send(ours, theirs)).summary.counts.conflicting).toBe(1);
    expect(titles(ours)).toEqual(['Ours', 'Theirs']);
    expect(titles(theirs)).toEqual(['Theirs', 'Ours']);
    expect(ours.conflicts()).toEqual(evidence);
    const before = headsOf(ours);
    await closeAll([ours, theirs]);
    const again = await openSampleStore(join(bed.folder, 'ours'), {
      policy: { ...neverCheckpoint, linesAtClose: 1 },
    });
    expect(headsOf(again)).toEqual(before);
    await again.close();
    // And through a checkpoint, which that closing wrote.
    const fromCheckpoint = await openSampleStore(join(bed.folder, 'ours'), { policy: neverCheckpoint });
    expect(headsOf(fromCheckpoint)).toEqual(before);
    expect(Object.isFrozen(headsOf(fromCheckpoint)[1]?.value?.links)).toBe(true);
    await fromCheckpoint.commit('conflict.settle', [{ ...put(1, 'Both'), settles: true }]);
    await fromCheckpoint.close();
    const settled = await openSampleStore(join(bed.folder, 'ours'));
    expect(titles(settled)).toEqual(['Both']);
    await settled.close();
  });

  it('leaves the other side where one is edited on, and ends when a version settles it, everywhere', async () => {
    const [ours, theirs] = await divided();
    await send(theirs, ours);
    await ours.commit('evidence.update', [put(1, 'Ours, later')]);
    expect(titles(ours)).toEqual(['Ours, later', 'Theirs']);
    const [shown, beside] = names(ours);
    await ours.commit('conflict.settle', [{ ...put(1, 'Both'), settles: true }]);
    expect(ours.conflicts()).toEqual([]);
    const [settling] = await ours.history.versions('evidence', id);
    expect(settling?.parents).toEqual([shown, beside].sort());
    expect((await send(ours, theirs)).summary.counts.changed).toBe(1);
    expect(titles(theirs)).toEqual(['Both']);
    expect(names(theirs)).toEqual(names(ours));
    await closeAll([ours, theirs]);
  });

  it('keeps a deletion beside an edit, and lets a person take either', async () => {
    const [ours, theirs] = (await newSites(bed.folder, ['ours', 'theirs'])) as [Site, Site];
    await ours.commit('evidence.add', [put(1, 'First')]);
    await send(ours, theirs);
    await ours.commit('evidence.remove', [{ collection: 'evidence', id, value: null }]);
    await theirs.commit('evidence.update', [put(1, 'Theirs')]);
    await send(theirs, ours);
    expect(titles(ours)).toEqual([undefined, 'Theirs']);
    expect(ours.get('evidence', id)).toBeUndefined();
    expect(ours.conflicts()).toEqual(evidence);
    await ours.close();
    const again = await openSampleStore(join(bed.folder, 'ours'), {
      policy: { ...neverCheckpoint, linesAtClose: 1 },
    });
    expect(titles(again)).toEqual([undefined, 'Theirs']);
    await again.close();
    const fromCheckpoint = await openSampleStore(join(bed.folder, 'ours'));
    expect(titles(fromCheckpoint)).toEqual([undefined, 'Theirs']);
    await fromCheckpoint.commit('conflict.settle', [{ ...put(1, 'Theirs'), settles: true }]);
    expect(titles(fromCheckpoint)).toEqual(['Theirs']);
    await closeAll([fromCheckpoint, theirs]);
  });

  it('knows what was written the same on two sites as one revision', async () => {
    const [ours, theirs] = (await newSites(bed.folder, ['ours', 'theirs'])) as [Site, Site];
    await ours.commit('evidence.add', [put(1)]);
    await theirs.commit('evidence.add', [put(1)]);
    expect((await send(theirs, ours)).summary.counts.known).toBe(1);
    expect(ours.head().entries).toBe(1);
    await closeAll([ours, theirs]);
  });

  it('fills in old versions that were known by name, as history alone', async () => {
    const [ours, theirs] = await divided();
    await send(theirs, ours, 'heads');
    const before = headsOf(ours);
    const [, named] = (await theirs.history.versions('evidence', id)).map(({ revision }) => revision);
    expect(await ours.history.value(named ?? '')).toBeUndefined();
    expect((await send(theirs, ours, 'all')).summary.counts.known).toBe(1);
    expect(await ours.history.value(named ?? '')).toMatchObject({ title: 'Theirs once' });
    expect(headsOf(ours)).toEqual(before);
    const entries = ours.head().entries;
    await send(theirs, ours, 'all');
    expect(ours.head().entries).toBe(entries);
    await ours.close();
    const again = await openSampleStore(join(bed.folder, 'ours'));
    expect(headsOf(again)).toEqual(before);
    expect(await again.history.value(named ?? '')).toMatchObject({ title: 'Theirs once' });
    await closeAll([again, theirs]);
  });
});

describe('what arrives and is not in order', () => {
  const changed = (revision: TravelRevision, change: Partial<TravelRevision>): TravelRevision => ({
    ...revision,
    ...change,
  });

  it.each<[string, string, (all: TravelRevision[]) => TravelRevision[]]>([
    [
      'a value that is not the hashed one',
      'revision-hash',
      (all) =>
        all.map((one) =>
          one.value === undefined ? one : changed(one, { value: sampleEvidence(1, 'Other') }),
        ),
    ],
    ['another id', 'revision-hash', (all) => all.map((one) => changed(one, { id: idFrom(2) }))],
    [
      'another collection',
      'revision-hash',
      (all) => all.map((one) => changed(one, { collection: 'reviews' })),
    ],
    [
      'a collection nobody knows',
      'collection',
      (all) => all.map((one) => changed(one, { collection: 'gossip' })),
    ],
    [
      'an inherited name as collection',
      'collection',
      (all) => all.map((one) => changed(one, { collection: 'constructor' })),
    ],
    ['no author', 'author', (all) => all.map((one) => changed(one, { by: null }))],
    ['a gap in the ancestry', 'ancestry', (all) => all.slice(1)],
    ['only the names', 'ancestry', (all) => all.map(({ value: _, ...one }) => one)],
    [
      'a circle',
      'ancestry',
      (all) =>
        all.map((one, place) => (place === 0 ? changed(one, { parents: [all[1]?.revision ?? ''] }) : one)),
    ],
    [
      'two stories about one ancestor',
      'ancestry',
      (all) => [...all, { ...(all[1] as TravelRevision), parents: [] }],
    ],
    [
      'a value of a format to come',
      'newer',
      (all) => all.map((one) => (one.value === undefined ? one : changed(one, { shape: currentFormat + 1 }))),
    ],
    [
      'a name that is no hash',
      'record',
      (all) => [...all, { ...(all[0] as TravelRevision), revision: 'abc' }],
    ],
  ])('is refused and leaves every byte: %s', async (_, why, forge) => {
    const [ours, theirs] = (await newSites(bed.folder, ['ours', 'theirs'])) as [Site, Site];
    await theirs.commit('evidence.add', [put(1, 'First')]);
    await theirs.commit('evidence.update', [put(1, 'Second')]);
    await theirs.commit('evidence.update', [put(1, 'Third')]);
    await ours.commit('evidence.add', [put(7)]);
    const honest = [...(await theirs.history.travel(await recordsOf(theirs), 'heads'))];
    const before = await digestsBelow(bed.folder);
    const refusal =
      why === 'newer'
        ? { code: 'PACKAGE_NEWER', data: { needs: `format ${currentFormat + 1}` } }
        : { code: 'PACKAGE_REFUSED', data: { why } };
    expect(await failureOf(ours.planMerge(forge(honest)))).toMatchObject(refusal);
    expect(await failureOf(ours.merge('import.package', forge(honest)))).toMatchObject(refusal);
    expect(ours.all('evidence').size).toBe(1);
    expect(await digestsBelow(bed.folder)).toEqual(before);
    // What was not touched goes in.
    expect((await ours.merge('import.package', honest)).summary.counts.new).toBe(1);
    await closeAll([ours, theirs]);
  });

  /** First versions of one record, each unlike the others, as another vault would send them. */
  const sideBySide = (count: number): TravelRevision[] =>
    Array.from({ length: count }, (_, number) => {
      const value = sampleEvidence(1, `Version ${number}`);
      const content = { collection: 'evidence', id, parents: [], value };
      const by = { id: sampleActor, name: 'Dr Sample Doctor', at: sampleInstant };
      return { ...content, revision: sha256(contentOf(content)), by };
    });

  it('is refused when more versions would stand side by side than can be settled', async () => {
    const [ours] = (await newSites(bed.folder, ['ours'])) as [Site];
    const many = sideBySide(1000);
    expect(await failureOf(ours.merge('import.package', many))).toMatchObject({ data: { why: 'versions' } });
    expect((await ours.merge('import.package', many.slice(0, 32))).summary.counts.new).toBe(1);
    expect(headsOf(ours)).toHaveLength(32);
    await ours.commit('conflict.settle', [{ ...put(1, 'All'), settles: true }]);
    // And what settles them can travel.
    const [other] = (await newSites(bed.folder, ['other'])) as [Site];
    await send(ours, other);
    expect(titles(other)).toEqual(['All']);
    await closeAll([ours, other]);
  });

  it('is judged in time that grows with its size, however long its ancestry', async () => {
    const [ours] = (await newSites(bed.folder, ['ours'])) as [Site];
    const named = (number: number) => sha256(`name ${number}`);
    const chain = Array.from({ length: 50_000 }, (_, number) => ({
      revision: named(number),
      collection: 'evidence',
      id,
      parents: number === 0 ? [] : [named(number - 1)],
      by: null,
    }));
    const content = { collection: 'evidence', id, parents: [named(49_999)], value: sampleEvidence(1) };
    const by = { id: sampleActor, name: 'Dr Sample Doctor', at: sampleInstant };
    const head = { ...content, revision: sha256(contentOf(content)), by };
    const start = performance.now();
    expect((await ours.planMerge([head, ...chain])).counts.new).toBe(1);
    // Some 200 ms; what grows with the square of it would take minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
    const circle = chain.map((one, number) => (number === 0 ? { ...one, parents: [named(40_000)] } : one));
    expect(await failureOf(ours.planMerge([head, ...circle]))).toMatchObject({ data: { why: 'ancestry' } });
    await ours.close();
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { crashEverywhere } from '#test/support/crash/scenario.ts';
import { jsonFileScenario } from '#test/support/crash/scenarios/json-file.ts';
import { mergeScenario } from '#test/support/crash/scenarios/merging.ts';
import { recoveryScenario } from '#test/support/crash/scenarios/recovery.ts';
import { attachmentsScenario, savesScenario } from '#test/support/crash/scenarios/saves.ts';
import { proved, sized } from '#test/support/prove.ts';
import { neverCheckpoint } from '#test/support/storage-stores.ts';

const often = { lines: 3, bytes: 1e12, linesAtClose: 1 };
const plain = savesScenario('saves', sized(6, 20), neverCheckpoint);
const scenarios = [
  plain,
  savesScenario('saves with checkpoints between them', sized(8, 24), often),
  attachmentsScenario,
  recoveryScenario,
  mergeScenario,
];
/** Post-crash states for each step, at most. */
const perStep = sized(4, 60);
/** Where bytes tear, and which names survive together, is drawn anew each time. */
const seeds = sized(1, 8);

let states = 0;
afterAll(() => {
  proved('crash model, records', `${states} post-crash states, 0 lost, 0 unreadable`);
});

describe('after a crash at any step', () => {
  it.each(scenarios)('nothing acknowledged is lost, nothing is unreadable: $name', async (scenario) => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const tally = await crashEverywhere(scenario, perStep, seed);
      expect(tally.examples).toEqual([]);
      expect(tally.states).toBeGreaterThan(20);
      states += tally.states;
    }
  });
});

describe('this harness', () => {
  it("finds that lowdb's own file loses and breaks what it acknowledged", async () => {
    const tally = await crashEverywhere(jsonFileScenario, perStep);
    proved(
      "crash model, lowdb's JSONFile",
      `${tally.states} post-crash states, ${tally.lost} lost, ${tally.unreadable} unreadable`,
    );
    expect(tally.lost).toBeGreaterThan(tally.states / 20);
    expect(tally.unreadable).toBeGreaterThan(tally.states / 20);
  });

  it('finds that our own store loses saves without its sync', async () => {
    const tally = await crashEverywhere(plain, perStep, 1, { syncs: false });
    expect(tally.lost).toBeGreaterThan(0);
  });

  it('finds that our own store loses attachments or segments without syncing their folders', async () => {
    const tally = await crashEverywhere(attachmentsScenario, perStep, 1, { syncsFolders: false });
    expect(tally.lost + tally.unreadable).toBeGreaterThan(0);
  });
});

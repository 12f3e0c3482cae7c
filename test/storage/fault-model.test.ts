import { describe, expect, it } from 'vitest';
import { failEverywhere } from '#test/support/crash/scenario.ts';
import { mergeScenario } from '#test/support/crash/scenarios/merging.ts';
import { recoveryScenario } from '#test/support/crash/scenarios/recovery.ts';
import { attachmentsScenario, savesScenario } from '#test/support/crash/scenarios/saves.ts';
import { proved, sized } from '#test/support/prove.ts';
import { neverCheckpoint } from '#test/support/storage-stores.ts';

const scenarios = [
  savesScenario('saves', 6, neverCheckpoint),
  savesScenario('saves with checkpoints between them', 8, { lines: 3, bytes: 1e12, linesAtClose: 1 }),
  attachmentsScenario,
  recoveryScenario,
  mergeScenario,
];
/** What an action may fail with when the disk does: always one of these, never something without words. */
const typed = new Set(['DISK_FULL', 'STORAGE_FAILED', 'READ_ONLY']);

describe('a disk that is full, failing, forbidden or cut short, at any call', () => {
  it.each(scenarios)('loses nothing acknowledged and makes nothing unreadable: $name', async (scenario) => {
    const tally = await failEverywhere(scenario, sized(3, 1));
    expect(tally.examples).toEqual([]);
    proved(
      `faults, ${scenario.name}`,
      `${tally.states} runs over ${tally.calls} calls, 0 lost, 0 unreadable`,
    );
    expect(tally.calls).toBeGreaterThan(10);
    expect([...tally.codes].filter((code) => !typed.has(code))).toEqual([]);
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { removeFolders } from '#test/support/crash/app-on-disk.ts';
import { crashEverywhere, failEverywhere } from '#test/support/crash/scenario.ts';
import { upgradeScenario } from '#test/support/crash/scenarios/upgrade.ts';
import { proved, sized } from '#test/support/prove.ts';

afterAll(removeFolders);

describe('the upgrade of an older vault', () => {
  it('survives a crash at any step', async () => {
    const tally = await crashEverywhere(upgradeScenario, sized(1, 12));
    expect(tally.examples).toEqual([]);
    proved('crash model, upgrade', `${tally.states} post-crash states, 0 lost, 0 unreadable`);
  });

  it('survives a disk that fails at any call', async () => {
    const tally = await failEverywhere(upgradeScenario, sized(61, 3));
    expect(tally.examples).toEqual([]);
    proved('faults, upgrade', `${tally.states} runs over ${tally.calls} calls, 0 lost, 0 unreadable`);
  });
});

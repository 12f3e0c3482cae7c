import { afterAll, describe, expect, it } from 'vitest';
import { removeFolders } from '#test/support/crash/app-on-disk.ts';
import { crashEverywhere, failEverywhere } from '#test/support/crash/scenario.ts';
import { movingScenario } from '#test/support/crash/scenarios/moving.ts';
import { salvageScenario } from '#test/support/crash/scenarios/salvage.ts';
import {
  backupScenario,
  firstDayScenario,
  restoreScenario,
} from '#test/support/crash/scenarios/whole-app.ts';
import { proved, sized } from '#test/support/prove.ts';

afterAll(removeFolders);

const scenarios = [firstDayScenario, backupScenario, restoreScenario, movingScenario, salvageScenario];
/** Codes with words: nothing an action fails with may be without. */
const typed =
  /^(DISK_FULL|STORAGE_FAILED|READ_ONLY|LOCKED|VAULT_ABSENT|NOT_FOUND|BACKUP_FAILED|PACKAGE_REFUSED|WRONG_PASSPHRASE|untyped: Error: upload refused: \d+)$/;

describe('the whole app', () => {
  it.each(scenarios)('survives a crash at any step: $name', async (scenario) => {
    const tally = await crashEverywhere(scenario, sized(1, 25));
    expect(tally.examples).toEqual([]);
    proved(`crash model, ${scenario.name}`, `${tally.states} post-crash states, 0 lost, 0 unreadable`);
  });

  it.each(scenarios)('survives a disk that fails at any call: $name', async (scenario) => {
    const tally = await failEverywhere(scenario, sized(29, 1));
    expect(tally.examples).toEqual([]);
    expect([...tally.codes].filter((code) => !typed.test(code))).toEqual([]);
    proved(
      `faults, ${scenario.name}`,
      `${tally.states} runs over ${tally.calls} calls, 0 lost, 0 unreadable`,
    );
  });
});

import type * as Crypto from 'node:crypto';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { removeFolders } from '#test/support/crash/app-on-disk.ts';
import { crashEverywhere, failEverywhere } from '#test/support/crash/scenario.ts';
import { importScenario, receivingScenario } from '#test/support/crash/scenarios/importing.ts';
import { proved, sized } from '#test/support/prove.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#test/support/crash/cheap-scrypt.ts')).withCheapScrypt(await original<typeof Crypto>()),
);
afterAll(removeFolders);

const scenarios = [receivingScenario, importScenario];
/** Codes with words: nothing an action fails with may be without. */
const typed = /^(DISK_FULL|STORAGE_FAILED|READ_ONLY|LOCKED|NOT_FOUND|BACKUP_FAILED|NOT_UNDOABLE)$/;

describe('the whole import, from its check to its undoing', () => {
  it.each(scenarios)('survives a crash at any step: $name', async (scenario) => {
    const tally = await crashEverywhere(scenario, sized(2, 25));
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

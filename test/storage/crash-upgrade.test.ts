import type * as Crypto from 'node:crypto';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { removeFolders } from '#test/support/crash/app-on-disk.ts';
import { crashEverywhere, failEverywhere } from '#test/support/crash/scenario.ts';
import { upgradeScenario } from '#test/support/crash/scenarios/upgrade.ts';
import { proved, sized } from '#test/support/prove.ts';

vi.mock('node:crypto', async (original) => {
  const { readFileSync } = await import('node:fs');
  const header = new URL('../fixtures/vaults/format-1/vault/vault.json', import.meta.url);
  const { keys } = JSON.parse(readFileSync(header, 'utf8'));
  const salts = keys.map(({ kdf }: { readonly kdf: { readonly salt: string } }) => kdf.salt);
  const { withCheapScrypt } = await import('#test/support/crash/cheap-scrypt.ts');
  return withCheapScrypt(await original<typeof Crypto>(), salts);
});
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

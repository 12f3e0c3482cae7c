import type * as Crypto from 'node:crypto';
import { vi } from 'vitest';

/**
 * A set-up file: every test of the project has a quick stand-in for scrypt, so that making, opening and signing cost
 * what our own code costs. The vaults kept in `test/fixtures/vaults` were made with scrypt itself and are opened with
 * it. A file whose vaults another program makes or opens says `vi.unmock('node:crypto')`.
 */
vi.mock('node:crypto', async (original) => {
  const { readdirSync, readFileSync } = await import('node:fs');
  const kept = new URL('../fixtures/vaults/', import.meta.url);
  const salts = readdirSync(kept, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => JSON.parse(readFileSync(new URL(`${name}/vault/vault.json`, kept), 'utf8')).keys)
    .map(({ kdf }: { readonly kdf: { readonly salt: string } }) => kdf.salt);
  const { withCheapScrypt } = await import('./crash/cheap-scrypt.ts');
  return withCheapScrypt(await original<typeof Crypto>(), salts);
});

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Id } from '#shared/domain/ids.ts';
import type { Card } from '#shared/domain/people.ts';
import type { ProfileInput } from '#shared/domain/profile.ts';
import { type App, createApp } from '../../app.ts';
import { furnishVault } from '../../services/furnish-vault.ts';
import type { Clock } from '../../services/ports.ts';

/** One person's own computer with their own vault. */
export type Laptop = {
  readonly owner: ProfileInput;
  readonly passphrase: string;
  readonly app: App;
  readonly card: { readonly text: string; readonly card: Card };
};

/** Sets up a vault in an empty folder. Its owner is furnished as the sample's is: everything made in it says so. */
export async function openLaptop(
  folder: string,
  owner: ProfileInput,
  { clock, passphrase }: { readonly clock: Clock; readonly passphrase: string },
): Promise<Laptop> {
  const vaultFolder = join(folder, 'vault');
  const app = await createApp({ vaultFolder, host: 'browser', clock });
  const ownerId = app.ports.newId();
  const vault = await app.ports.vaults.create(vaultFolder, passphrase, ownerId);
  app.session.open(vault);
  await furnishVault(app.ports, vault, ownerId, owner, true);
  return { owner, passphrase, app, card: await app.services.people.myCard(undefined) };
}

/** Each puts the others' cards into their directory, as people do who met. */
export async function introduceAll(laptops: readonly Laptop[]): Promise<void> {
  for (const { app, card: own } of laptops) {
    for (const { card } of laptops) {
      if (card === own) continue;
      const { text } = card;
      await app.services.people.add({ text, confirmed: 'in-person', note: '', replaces: null });
    }
  }
}

/** Sends bytes up as a page does; the finished upload's id. */
export async function uploadTo({ app }: Laptop, bytes: Uint8Array): Promise<Id> {
  const call = async (path: string, method: string, type: string, body: string | Uint8Array<ArrayBuffer>) => {
    const request = { method, headers: { 'content-type': type }, body };
    const answer = await app.door(new Request(`http://waymark.invalid${path}`, request));
    if (!answer.ok) throw new Error(`upload refused: ${answer.status}`);
    return answer;
  };
  const json = 'application/json';
  const begun = await call('/uploads', 'POST', json, JSON.stringify({ size: bytes.length }));
  const { id } = (await begun.json()) as { readonly id: Id };
  await call(`/uploads/${id}?offset=0`, 'PUT', 'application/octet-stream', Uint8Array.from(bytes));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await call(`/uploads/${id}/finish`, 'POST', json, JSON.stringify({ sha256 }));
  return id;
}

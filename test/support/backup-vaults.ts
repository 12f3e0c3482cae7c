import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '#electron/app.ts';
import type { Clock } from '#electron/services/ports.ts';
import { testFolders } from './renderer-folder.ts';
import { sampleEvidence, samplePortfolio } from './storage-samples.ts';

export const ownPassphrase = 'a long invented passphrase';
export const profileInput = {
  name: 'Dr Test Doctor (invented)',
  roles: ['doctor'],
  gmcNumber: null,
} as const;

/** A place with vaults and apps in it, all removed at the end. */
export type Place = {
  readonly folder: string;
  readonly app: (options?: Partial<Parameters<typeof createApp>[0]>) => Promise<App>;
  readonly remove: () => Promise<void>;
};

export async function newPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-backups-'));
  const apps: App[] = [];
  return {
    folder,
    app: async (options = {}) => {
      const folders = await testFolders(folder);
      const app = await createApp({
        vaultFolder: join(folder, 'vault'),
        host: 'browser',
        folders,
        ...options,
      });
      apps.push(app);
      return app;
    },
    remove: async () => {
      for (const app of apps) await app.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A clock that stands until it is moved. */
export function movableClock(start: string): Clock & { readonly move: (to: string) => void } {
  let now = new Date(start);
  return {
    now: () => now,
    today: () => now.toISOString().slice(0, 10),
    move: (to) => {
      now = new Date(to);
    },
  };
}

export async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Bytes that differ from file to file and are told again by their number. */
export function fileBytes(number: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (number * 31 + at * 7 + (at >> 8)) & 255;
  return bytes;
}

/** A vault of somebody's own with a portfolio, items and attached files. Returns the portfolio's id. */
export async function fillVault(
  app: App,
  { items = 3, files = 2, fileSize = 5000 }: { items?: number; files?: number; fileSize?: number } = {},
): Promise<string> {
  await app.services.app.createVault({ passphrase: ownPassphrase, profile: profileInput });
  const { id } = await app.services.portfolios.create({
    doctor: { name: profileInput.name, gmcNumber: null },
    packId: 'general-internal-medicine',
    targetDate: samplePortfolio().targetDate,
    employer: 'Test NHS Trust (invented)',
  });
  await addItems(app, id, { from: 1, items, files, fileSize });
  return id;
}

export async function addItems(
  app: App,
  id: string,
  { from, items, files, fileSize }: { from: number; items: number; files: number; fileSize: number },
): Promise<void> {
  const { store } = await app.session.portfolio(id);
  for (let number = from; number < from + items; number += 1) {
    const item = sampleEvidence(number);
    const attachments = [];
    if (number - from < files) {
      const { hash, size } = await store.blobs.put(chunksOf(fileBytes(number, fileSize + number)));
      attachments.push({ hash, size, name: `audit-${number}.pdf`, mediaType: 'application/pdf' });
    }
    const value = { ...item, attachments, links: [{ capability: 'IM1', pages: '', note: '' }] };
    await store.commit('evidence.create', [{ collection: 'evidence', id: item.id, value }]);
  }
}

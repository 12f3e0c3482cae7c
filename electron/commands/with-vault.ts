import { resolve } from 'node:path';
import { type App, createApp } from '../app.ts';
import { askPassphrase } from './passphrase.ts';

/** Opens the vault of a command, does its work, and closes it again whatever came of that. */
export async function withVault<T>(folder: string, work: (app: App) => Promise<T>): Promise<T> {
  const app = await createApp({ vaultFolder: resolve(folder), host: 'browser' });
  try {
    await app.services.app.unlock({ passphrase: await askPassphrase() });
    return await work(app);
  } finally {
    await app.close();
  }
}

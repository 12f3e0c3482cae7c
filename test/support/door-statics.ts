import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Stands beside and inside the served folder without being listed: must never come out. */
export const secret = 'CANARY-unlisted-file';

const files: Readonly<Record<string, string>> = {
  'index.html':
    '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><script type="module" src="/assets/index-B1.js"></script>',
  'assets/index-B1.js': 'export {};',
  'assets/style-C2.css': 'body{margin:0}',
  'assets/font-D3.woff2': 'not really a font',
};

/** A built renderer's folder on disk, with its list, in a house that also holds secrets. */
export async function rendererFolder(): Promise<{
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> {
  const house = await mkdtemp(path.join(tmpdir(), 'door-statics-'));
  const folder = path.join(house, 'renderer');
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  await writeFile(path.join(folder, 'files.json'), JSON.stringify({ files: Object.keys(files) }));
  for (const place of [house, folder, path.join(folder, 'assets')])
    await writeFile(path.join(place, 'secret.txt'), secret);
  return { folder, remove: () => rm(house, { recursive: true, force: true }) };
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// Resolved through package.json: resolving `electron` itself and loading it would start a download.
const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const declarations = readFileSync(join(folder, 'electron.d.ts'), 'utf8');

/** Every permission name that one of Electron's permission handlers can be asked about, read from its own types. */
export function permissionNames(setter: string): readonly string[] {
  const line = declarations.split('\n').find((text) => text.trimStart().startsWith(`${setter}(handler`));
  const union = /permission: ((?:'[\w-]+'(?: \| )?)+)/.exec(line ?? '')?.[1];
  if (union === undefined) throw new Error(`electron.d.ts no longer names the permissions of ${setter}`);
  return [...union.matchAll(/'([\w-]+)'/g)].map((match) => match[1] ?? '');
}

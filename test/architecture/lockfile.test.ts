import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './imports.ts';

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Entry>>;
};

/** Where a package looks for another: its own folder, then each folder around it. */
function places(from: string, name: string): readonly string[] {
  const found = [`${from}/node_modules/${name}`];
  for (let at = from; at.includes('node_modules/'); ) {
    at = at.slice(0, at.lastIndexOf('node_modules/'));
    found.push(`${at}node_modules/${name}`);
    at = at.replace(/\/$/, '');
  }
  return found;
}

// A lock file made where some platforms' binaries could not be seen omits them; `npm ci` then refuses it everywhere.
it('the lock file names the binaries of every platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !places(path, name).some((place) => lock.packages[place]?.version !== undefined),
    ),
  );
  expect(missing).toEqual([]);
});

it('the lock file names no address', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

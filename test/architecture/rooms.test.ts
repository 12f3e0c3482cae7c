import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, root, sourceFiles } from './imports.ts';
import { packageReasons, type Room, rooms } from './rooms.ts';

const files = [...sourceFiles('shared'), ...sourceFiles('electron'), ...sourceFiles('renderer')];

const roomOf = (file: string): Room | undefined => rooms.find((room) => file.startsWith(room.path));

function refusal(room: Room, { from, to, kind, typeOnly }: Import): string | null {
  const refused = `${from} may not import ${to}`;
  if (kind === 'node') return room.node ? null : refused;
  if (kind === 'package') return room.packages.includes(to) ? null : refused;
  if (to.startsWith(room.path) || room.enters.some((place) => to.startsWith(place))) {
    // Rooms of electron/ meet only in types: the port, never another room's code.
    return /^electron\/services\/ports[./]/.test(to) && !typeOnly && !from.startsWith('electron/services/')
      ? `${refused} but for its types`
      : null;
  }
  return refused;
}

/** `renderer/features/a/…` may not see `renderer/features/b/…`, though both are one room. */
function crossesFeatures({ from, to, kind }: Import): boolean {
  const feature = /^renderer\/features\/([^/]+)\//;
  const here = feature.exec(from)?.[1];
  const there = kind === 'file' ? feature.exec(to)?.[1] : undefined;
  return here !== undefined && there !== undefined && here !== there;
}

describe('the house', () => {
  it('has a room for every source file', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  it('keeps its walls', () => {
    const refusals = files.flatMap((file) => {
      const room = roomOf(file);
      return room === undefined ? [] : importsOf(file).map((found) => refusal(room, found));
    });
    expect(refusals.filter((text) => text !== null)).toEqual([]);
  });

  it('keeps features apart', () => {
    expect(files.flatMap(importsOf).filter(crossesFeatures)).toEqual([]);
  });

  it('would notice a broken wall', () => {
    const services = roomOf('electron/services/x.ts');
    if (services === undefined) throw new Error('no services room');
    const bad: Import = { from: 'electron/services/x.ts', to: 'electron', kind: 'package', typeOnly: true };
    expect(refusal(services, bad)).not.toBeNull();
    expect(refusal(services, { ...bad, to: 'node:fs', kind: 'node' })).not.toBeNull();
    expect(refusal(services, { ...bad, to: 'electron/storage/vaults.ts', kind: 'file' })).not.toBeNull();
  });

  it('reads imports of every form', () => {
    const found = importsOf('electron/app.ts').map(({ to }) => to);
    expect(found).toContain('node:crypto');
    expect(found).toContain('electron/services/services.ts');
    expect(found).toContain('electron/storage/vaults.ts');
  });

  it('has placed every package', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const named = Object.keys({ ...dependencies, ...devDependencies });
    expect(named.filter((name) => packageReasons[name] === undefined)).toEqual([]);
    expect(Object.keys(packageReasons).filter((name) => !named.includes(name))).toEqual([]);
    expect(
      Object.values({ ...dependencies, ...devDependencies }).filter((version) => !/^\d/.test(version)),
    ).toEqual([]);
  });

  it('ships what main code imports as dependencies, not as development tools', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const imported = new Set(
      files
        .filter((file) => !file.startsWith('renderer/'))
        .flatMap(importsOf)
        .filter(({ kind, typeOnly, to }) => kind === 'package' && !typeOnly && to !== 'electron')
        .map(({ to }) => to),
    );
    expect([...imported].filter((name) => dependencies[name] === undefined)).toEqual([]);
  });

  it('keeps files small', () => {
    const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});

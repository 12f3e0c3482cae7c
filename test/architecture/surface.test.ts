import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { failureData } from '#shared/domain/failure-codes.ts';
import { root, sourceFiles } from './imports.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const contractTests = sourceFiles('test/contract').map(read).join('\n');
const words = sourceFiles('renderer/text').map(read).join('\n');
const source = [...sourceFiles('electron'), ...sourceFiles('renderer'), ...sourceFiles('shared')];

const procedures = Object.entries(contract).flatMap(([area, calls]) =>
  Object.keys(calls).map((name) => `${area}.${name}`),
);

describe('the surface', () => {
  it.each(procedures)('tests procedure %s through the contract', (name) => {
    expect(contractTests).toContain(`${name}(`);
  });

  it.each(Object.keys(failureData))('has words for failure %s', (code) => {
    expect(words).toContain(code);
  });

  // `any` and suppressions are the linter's business; these two it does not know per folder.
  it('has no barrel and no default export in its source', () => {
    const faults = source
      .filter((file) => !file.includes('.config.'))
      .filter((file) => /^export (default|\*)/m.test(read(file)));
    expect(faults).toEqual([]);
  });

  it('names no machine, place or tool of its makers', () => {
    const all = [...source, ...sourceFiles('test'), 'README.md', 'package.json'];
    const secret = [/\/work\//, new RegExp(['farm', 'studio'].join('-')), /registry\.npmjs/];
    expect(
      all.filter(
        (file) =>
          secret.some((pattern) => pattern.test(read(file))) && !file.startsWith('test/architecture/'),
      ),
    ).toEqual([]);
  });
});

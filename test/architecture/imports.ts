import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export type Import = {
  readonly from: string;
  /** A file of the project relative to its root, or a package name, or `node:x`. */
  readonly to: string;
  readonly kind: 'file' | 'package' | 'node';
  readonly typeOnly: boolean;
};

/** Source files below a folder, relative to the project's root, with forward slashes. */
export function sourceFiles(folder: string, extensions = /\.(ts|tsx|cts|mts)$/): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

const pattern =
  /(?:^|[;\n])\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Every import of one file. Comments are stripped first so that an example in a docstring is not one. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  return [...text.matchAll(pattern)].map(([, , type, plain, dynamic]) => {
    const specifier = (plain ?? dynamic ?? '').replace(/\?.*$/, '');
    const typeOnly = type !== undefined;
    if (specifier.startsWith('node:')) return { from: file, to: specifier, kind: 'node' as const, typeOnly };
    if (specifier.startsWith('#'))
      return { from: file, to: specifier.slice(1), kind: 'file' as const, typeOnly };
    if (specifier.startsWith('.')) {
      return {
        from: file,
        to: posix.normalize(posix.join(dirname(file), specifier)),
        kind: 'file' as const,
        typeOnly,
      };
    }
    return { from: file, to: packageOf(specifier), kind: 'package' as const, typeOnly };
  });
}

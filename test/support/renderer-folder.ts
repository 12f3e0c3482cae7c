import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ResourceFolders, resourceFolders } from '#electron/resource-folders.ts';

const root = resolve(import.meta.dirname, '../..');

/** The project's own fonts and templates, and the smallest page that can be served, made below `at`. */
export async function testFolders(at: string): Promise<ResourceFolders> {
  const renderer = join(at, 'renderer');
  await mkdir(renderer, { recursive: true });
  await writeFile(join(renderer, 'index.html'), '<!doctype html><title>Waymark</title>');
  await writeFile(join(renderer, 'files.json'), JSON.stringify({ files: ['index.html'] }));
  return { ...resourceFolders(join(root, 'electron')), renderer };
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isPlainPath } from './paths.ts';

export type StaticFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };
/** Looks a request's path up in the build's list; undefined when it is not on it. */
export type Statics = {
  readonly file: (path: string, nonce: string) => Promise<StaticFile | undefined>;
  /** The page itself, for any screen's address. */
  readonly page: (nonce: string) => Promise<StaticFile>;
};

/** Written by the build beside the files: their paths, relative, with forward slashes. */
const listSchema = z.strictObject({ files: z.array(z.string()).readonly() });

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.pfb': 'application/octet-stream',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

const noncePlace = '__CSP_NONCE__';

/**
 * Serves exactly the files that `files.json` in the renderer's folder lists, found by equality of the whole path.
 * Fails at once, naming the entry, when the list holds a path that could mean another file or a type without a name.
 */
export async function createStatics(rendererFolder: string): Promise<Statics> {
  const list = listSchema.parse(JSON.parse(await readFile(path.join(rendererFolder, 'files.json'), 'utf8')));
  const byPath = new Map(list.files.map((file) => [`/${file}`, entry(rendererFolder, file)]));
  const index = byPath.get('/index.html');
  if (index === undefined) throw new Error('files.json does not list index.html');

  const read = async ({ file, type }: Entry, nonce: string): Promise<StaticFile> => {
    const bytes = await readFile(file);
    return { bytes: type === types['.html'] ? withNonce(bytes, nonce) : new Uint8Array(bytes), type };
  };
  return {
    file: async (requested, nonce) => {
      const found = byPath.get(requested);
      return found === undefined ? undefined : read(found, nonce);
    },
    page: (nonce) => read(index, nonce),
  };
}

type Entry = { readonly file: string; readonly type: string };

function entry(folder: string, file: string): Entry {
  const type = types[path.posix.extname(file).toLowerCase()];
  if (type === undefined || !isPlainPath(`/${file}`))
    throw new Error(`files.json lists what cannot be served: ${file}`);
  return { file: path.join(folder, ...file.split('/')), type };
}

const withNonce = (html: Buffer, nonce: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(html.toString('utf8').replaceAll(noncePlace, () => nonce));

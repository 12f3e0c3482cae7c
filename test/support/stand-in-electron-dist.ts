import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Electron's fuses are in its program: this text, a version, a count, then one digit each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * A folder shaped like Electron's own Linux download, without its program: electron-builder packs around it just the
 * same, and the fuses it flips are in the place and the state (all nine, as shipped) where Electron has them.
 */
export async function standInElectronDist(folder: string, version: string): Promise<string> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  for (const locale of ['en-GB', 'en-US', 'de', 'zh-CN'])
    await writeFile(join(folder, 'locales', `${locale}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'])
    await writeFile(join(folder, name), '');
  await writeFile(join(folder, 'version'), version);
  const program = join(folder, 'electron');
  const shipped = '101100011';
  await writeFile(
    program,
    Buffer.concat([
      Buffer.from('\u007fELF'),
      Buffer.alloc(256),
      Buffer.from(fuseSentinel),
      Buffer.from([1, shipped.length]),
      Buffer.from(shipped),
      Buffer.alloc(256),
    ]),
  );
  await chmod(program, 0o755);
  return folder;
}

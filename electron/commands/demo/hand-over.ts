import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#shared/domain/ids.ts';
import type { Audience } from '#shared/domain/packages/audiences.ts';
import type { PackageMerged } from '#shared/domain/packages/preview.ts';
import { mergePackage } from '../../services/packages/merge-package.ts';
import { checkPackage, keysOf } from '../../services/packages/open-package.ts';
import { writePackage } from '../../services/packages/write-package.ts';
import { commandTools, withPackageFile } from '../package-file.ts';
import type { Laptop } from './laptop.ts';

const wordOf = ({ owner }: Laptop): string => /(\w+) \(/.exec(owner.name)?.[1]?.toLowerCase() ?? 'somebody';

/** All bytes of a waiting file. */
export async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(Uint8Array.from(piece));
  return Buffer.concat(pieces);
}

/** Writes what an audience is given as a file, for one person alone. Returns its path. */
export async function writeFor(
  from: Laptop,
  to: Laptop,
  { portfolioId, audience, folder }: { portfolioId: Id; audience: Audience; folder: string },
): Promise<string> {
  const { ports, session } = from.app;
  const portfolio = await session.portfolio(portfolioId);
  const { recipient, name } = to.card.card;
  const request = {
    audience,
    request: null,
    exclude: [],
    lock: { recipients: [recipient] },
    recipients: [name],
  };
  const written = await writePackage(ports, session, portfolio, request, commandTools);
  const waiting = ports.outbox.read(written.outboxId);
  if (waiting === undefined) throw new TypeError('nothing was written');
  const number = String((await readdir(folder)).length + 1).padStart(2, '0');
  const file = join(folder, `${number}-${wordOf(from)}-to-${wordOf(to)}-${audience}.waymark`);
  await writeFile(file, await collected(waiting.bytes), { flag: 'wx' });
  await ports.outbox.drop(written.outboxId);
  return file;
}

/** Takes in a file somebody sent. What of it is not taken is a fault of the demo. */
export async function takeIn({ app }: Laptop, file: string): Promise<PackageMerged> {
  const { ports, session } = app;
  const results: PackageMerged[] = [];
  await withPackageFile(
    file,
    { line: () => undefined, note: () => undefined, fault: () => undefined },
    async (source) => {
      const checked = await checkPackage(ports, session, source, keysOf(session, null), commandTools);
      if (checked.preview.refused.length > 0)
        throw new Error(`not taken: ${JSON.stringify(checked.preview.refused)}`);
      results.push(await mergePackage(ports, session, checked, commandTools));
      return 0;
    },
  );
  const [result] = results;
  if (result === undefined) throw new Error(`${file} could not be read`);
  return result;
}

/** From one computer to another: nothing but a file goes between them. */
export async function handOver(
  from: Laptop,
  to: Laptop,
  what: { portfolioId: Id; audience: Audience; folder: string },
): Promise<PackageMerged> {
  return takeIn(to, await writeFor(from, to, what));
}

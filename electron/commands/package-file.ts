import { type FileHandle, open } from 'node:fs/promises';
import { failure, isFailure } from '#shared/domain/failure.ts';
import type { PackageAbout } from '#shared/domain/packages/preview.ts';
import { spokenFingerprint } from '#shared/domain/people.ts';
import type { JobTools } from '../services/jobs.ts';
import type { RandomBytes } from '../services/ports/exchange.ts';
import type { Output } from './command.ts';

async function sourceOf(handle: FileHandle): Promise<RandomBytes> {
  const { size } = await handle.stat();
  return {
    size,
    read: async (position, length) => {
      const bytes = Buffer.allocUnsafe(length);
      for (let done = 0; done < length; ) {
        const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
        if (bytesRead === 0) throw failure('FILE_CHANGED', { name: '' });
        done += bytesRead;
      }
      return bytes;
    },
  };
}

/**
 * Opens a package on disk for a command's work. Exit code 2 where there is no such file or it is no package at all;
 * what a package is refused for is thrown on.
 */
export async function withPackageFile(
  path: string,
  out: Output,
  work: (source: RandomBytes) => Promise<number>,
): Promise<number> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (handle === undefined || !(await handle.stat()).isFile()) {
    await handle?.close();
    out.fault('That package could not be read.');
    return 2;
  }
  try {
    return await work(await sourceOf(handle));
  } catch (thrown) {
    const isNone = isFailure(thrown) && 'why' in thrown.data && thrown.data.why === 'not-age';
    if (!isNone) throw thrown;
    out.fault('That file is not a Waymark package.');
    return 2;
  } finally {
    await handle.close();
  }
}

/** Somebody else's passphrase: from WAYMARK_PACKAGE_PASSPHRASE alone, never from an argument. */
export const packagePassphrase = (): string | null => process.env.WAYMARK_PACKAGE_PASSPHRASE ?? null;

/** A command runs to its end or is interrupted whole. */
export const commandTools: JobTools = {
  progress: () => undefined,
  signal: new AbortController().signal,
};

const standings: Readonly<Record<PackageAbout['sender']['standing'], string>> = {
  own: 'this vault’s owner',
  known: 'in this vault’s directory',
  'other-keys': 'NOT the keys this vault’s directory has for them',
  unknown: 'not known here: anyone can seal in any name',
};

/** What a package says of itself, and whose seal it bears. */
export function tellAbout(about: PackageAbout, out: Output): void {
  const { sender, portfolio, counts } = about;
  out.line(`Portfolio   ${portfolio.doctor} (${portfolio.packId})`);
  out.line(
    `For         ${about.audience}${about.recipients.length > 0 ? `: ${about.recipients.join(', ')}` : ''}`,
  );
  out.line(`Made        ${about.madeAt}`);
  out.line(`Sealed by   ${sender.name} (${standings[sender.standing]})`);
  out.line(`            fingerprint ${spokenFingerprint(sender.fingerprint).join(' ')}`);
  out.line(
    `Holds       ${counts.evidence} evidence items, ${counts.reviews} reviews, ${about.files} files, ${about.bytes} bytes`,
  );
}

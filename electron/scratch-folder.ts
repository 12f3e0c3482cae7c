import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pattern = /^waymark-([0-9]+)-[A-Za-z0-9]{6}$/;

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // Another user's process is alive too.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

/** Removes what killed processes left. It is unreadable anyway: the keys of uploads and samples went with them. */
async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = Number(pattern.exec(name)?.[1] ?? process.pid);
    if (runs(pid)) continue;
    const path = join(parent, name);
    const { uid } = await lstat(path);
    if (process.getuid === undefined || uid === process.getuid())
      await rm(path, { recursive: true, force: true });
  }
}

/** A new empty folder for this process's waiting uploads and sample vaults, readable for this user alone. */
export async function newScratchFolder(parent = tmpdir()): Promise<string> {
  // Nothing depends on it, and other programs keep files there.
  await removeLeftovers(parent).catch(() => undefined);
  return mkdtemp(join(parent, `waymark-${process.pid}-`));
}

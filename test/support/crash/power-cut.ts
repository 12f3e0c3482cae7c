import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const run = (program: string, ...args: readonly string[]) =>
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });

/** Whether this machine lets us mount an image of a disk: a loop device, and the right to use it. */
export function hasLoopDevices(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    run('losetup', '--find');
    run('mkfs.ext4', '-V');
    return true;
  } catch {
    return false;
  }
}

/** True once no thread of the process can do anything more. */
async function isStopped(pid: number): Promise<boolean> {
  const tasks = `/proc/${pid}/task`;
  const stats = await Promise.all(
    (await readdir(tasks)).map((task) => readFile(join(tasks, task, 'stat'), 'utf8').catch(() => ') T')),
  );
  return stats.every((stat) =>
    / [Tt]/.test(stat.slice(stat.lastIndexOf(')') + 1, stat.lastIndexOf(')') + 3)),
  );
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGSTOP');
  while (!(await isStopped(child.pid ?? 0))) await wait(1);
}

/** A small ext4 disk in a file, whose power can be cut. */
export type CuttableDisk = {
  /** Where it is mounted. */
  readonly folder: string;
  /**
   * Runs a program that writes on the disk, and cuts the power at a random moment within `spread` ms after its first
   * line: what the system had not yet pushed to the disk is gone. The disk is then mounted again.
   * @returns the whole lines the program had printed.
   */
  readonly cutWhile: (program: readonly string[], spread: number) => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
};

export async function cuttableDisk(at: string, megabytes = 48): Promise<CuttableDisk> {
  const folder = join(at, 'mounted');
  const image = join(at, 'disk.img');
  const copy = join(at, 'copy.img');
  await mkdir(folder, { recursive: true });
  await writeFile(image, '');
  await truncate(image, megabytes * 1024 ** 2);
  run('mkfs.ext4', '-q', image);
  run('mount', '-o', 'loop', image, folder);

  return {
    folder,
    cutWhile: async ([command = '', ...args], spread) => {
      const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      while (!out.includes('\n')) {
        if (child.exitCode !== null) throw new Error('the writer ended by itself');
        await wait(1);
      }
      // A random moment is what is tested; there is nothing to wait for.
      await wait(randomInt(spread * 1000) / 1000);
      await stop(child);
      await copyFile(image, copy);
      child.kill('SIGKILL');
      await once(child, 'close');
      run('umount', folder);
      await copyFile(copy, image);
      run('mount', '-o', 'loop', image, folder);
      return out.split('\n').slice(0, -1);
    },
    remove: async () => {
      run('umount', folder);
      await rm(at, { recursive: true, force: true });
    },
  };
}

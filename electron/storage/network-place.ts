import { execFile } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMounted, isUnc, linuxMounts, macMounts, mappedDrives } from './network-mounts.ts';

/** What is asked of the system. Each may fail; none may take long. */
export type NetworkQuestions = {
  readonly platform: string;
  readonly realPath: (path: string) => Promise<string>;
  readonly linuxMounts: () => Promise<string>;
  /** What a program prints. */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
};

const patience = 2000; // milliseconds
const remembered = 60_000; // milliseconds

const run = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(
      program,
      [...args],
      { timeout: patience, maxBuffer: 1024 ** 2, windowsHide: true },
      (fault, printed) => (fault === null ? resolve(printed) : reject(fault)),
    );
  });

/** The system this process runs on. */
export const thisSystem: NetworkQuestions = {
  platform: process.platform,
  // On Windows it is the native one that says where a mapped drive leads.
  realPath: (path) => realpath(path),
  linuxMounts: () => readFile('/proc/mounts', 'utf8'),
  run,
};

/** Where a folder really is; of one that is not there yet, where its parent is. */
async function realPlace({ realPath }: NetworkQuestions, folder: string): Promise<string> {
  for (let path = folder; ; path = dirname(path)) {
    try {
      return await realPath(path);
    } catch {
      if (dirname(path) === path) return folder;
    }
  }
}

async function lies(system: NetworkQuestions, folder: string): Promise<boolean> {
  if (isUnc(folder)) return true;
  const path = await realPlace(system, folder);
  if (system.platform === 'linux') return isMounted(path, linuxMounts(await system.linuxMounts()));
  if (system.platform === 'darwin') return isMounted(path, macMounts(await system.run('/sbin/mount', [])));
  if (system.platform !== 'win32') return false;
  if (isUnc(path)) return true;
  const drive = path.slice(0, 2).toUpperCase();
  return mappedDrives(await system.run('net.exe', ['use'])).includes(drive);
}

/**
 * Tells whether a folder lies on another machine: a mapped drive or a network share. It is advice: where the system cannot
 * say within two seconds, or cannot say at all, the answer is no, and nothing waits longer.
 */
export function createNetworkPlace(system: NetworkQuestions = thisSystem) {
  const known = new Map<string, { readonly until: number; readonly answer: Promise<boolean> }>();
  return (folder: string): Promise<boolean> => {
    const now = Date.now();
    const asked = known.get(folder);
    if (asked !== undefined && asked.until > now) return asked.answer;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patience);
    });
    const answer = Promise.race([lies(system, folder).catch(() => false), late]).finally(() =>
      clearTimeout(timer),
    );
    known.set(folder, { until: now + remembered, answer });
    return answer;
  };
}

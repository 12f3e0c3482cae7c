import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');
const entry = resolve(root, 'out/main/headless.js');
/** Faults of these runs are logged here, not among the tester's own files. */
const ownData = resolve(root, 'test-results/local-data');

export type HeadlessHost = {
  readonly address: string;
  readonly pid: number;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
};

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the host has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /(http:\/\/127\.0\.0\.1:\d+\/\S*)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`the host ended before it was open (exit ${child.exitCode})`);
}

/** Starts the built app as `npm start` does where Electron cannot be had, on a port the system picks. */
export async function startHeadless(vaultFolder: string): Promise<HeadlessHost> {
  const child = spawn(process.execPath, [entry, 'serve', '--vault', vaultFolder, '--no-open'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      XDG_DATA_HOME: ownData,
      WAYMARK_PASSPHRASE: '',
      WAYMARK_BACKUPS: resolve(vaultFolder, '../backups'),
    },
  });
  const address = await addressOf(child);
  return {
    address,
    pid: child.pid ?? 0,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs one command of the built command line to its end. */
export async function runHeadless(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XDG_DATA_HOME: ownData, ...env },
  });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.stderr += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? -1, ...texts };
}

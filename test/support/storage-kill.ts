import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Builds a child program once; returns its path. */
export async function buildChild(folder: string, program = 'storage-child'): Promise<string> {
  await mkdir(folder, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, `test/support/${program}.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'child.mjs', format: 'es', codeSplitting: false } },
    },
  });
  return join(folder, 'child.mjs');
}

export type Killed = { readonly lines: readonly string[]; readonly stderr: string };

/**
 * Runs the child and kills it (SIGKILL) at a random moment within `spread` ms after its first acknowledged line.
 * @returns the whole lines it printed.
 */
export function runAndKill(child: string, args: readonly string[], spread: number): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let stderr = '';
    let aimed = false;
    running.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (aimed || !out.includes('\n')) return;
      aimed = true;
      // A random moment is what is tested; there is nothing to wait for.
      setTimeout(() => running.kill('SIGKILL'), randomInt(spread * 1000) / 1000);
    });
    running.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    running.on('error', reject);
    running.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve({ lines: out.split('\n').slice(0, -1), stderr });
      else reject(new Error(`the child ended by itself: ${stderr}`));
    });
  });
}

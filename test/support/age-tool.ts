import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder for one test's files, removed by the function it comes with. */
export async function toolBed() {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-tools-'));
  return { folder, at: (name: string) => join(folder, name), remove: () => rm(folder, { recursive: true }) };
}

/** Runs a program the machine has; its standard output. Fails when it does. */
export async function tool(program: string, args: readonly string[], cwd?: string): Promise<string> {
  const { stdout } = await run(program, [...args], { cwd, maxBuffer: 64 * 1024 ** 2 });
  return stdout;
}

/** The ordinary age tool asks for passphrases at a terminal: it is given one, and answered when it asks. */
function atTerminal(command: string, answer: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (!/passphrase[^:]*: *$/i.test(said.trimEnd())) return;
      said = '';
      child.stdin.write(`${answer}\n`);
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`age ended with ${code}`))));
  });
}

/** What the age tool decrypts, with a secret key or a passphrase. */
export async function ageDecrypt(
  bytes: Uint8Array,
  key: { readonly secret: string } | { readonly passphrase: string },
): Promise<Buffer> {
  const bed = await toolBed();
  try {
    await writeFile(bed.at('in.age'), bytes);
    if ('secret' in key) {
      await writeFile(bed.at('key.txt'), `${key.secret}\n`);
      // Of an empty file it would make none: it is asked for the bytes themselves.
      const { stdout } = await run('age', ['-d', '-i', bed.at('key.txt'), bed.at('in.age')], {
        encoding: 'buffer',
        maxBuffer: 1024 ** 3,
      });
      return stdout;
    }
    await atTerminal(`age -d -o ${bed.at('out')} ${bed.at('in.age')}`, key.passphrase);
    return await readFile(bed.at('out'));
  } finally {
    await bed.remove();
  }
}

/** What the age tool makes of bytes, for recipients or under a passphrase. */
export async function ageEncrypt(
  bytes: Uint8Array,
  lock: { readonly recipients: readonly string[] } | { readonly passphrase: string },
): Promise<Buffer> {
  const bed = await toolBed();
  try {
    await writeFile(bed.at('in'), bytes);
    if ('recipients' in lock) {
      const to = lock.recipients.flatMap((recipient) => ['-r', recipient]);
      await tool('age', [...to, '-o', bed.at('out.age'), bed.at('in')]);
    } else await atTerminal(`age -p -o ${bed.at('out.age')} ${bed.at('in')}`, lock.passphrase);
    return await readFile(bed.at('out.age'));
  } finally {
    await bed.remove();
  }
}

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from './arguments.ts';

/**
 * The vault's passphrase, from WAYMARK_PASSPHRASE or asked for without echo. Never from an argument: other users of
 * a machine can read those.
 */
export async function askPassphrase(): Promise<string> {
  const given = process.env.WAYMARK_PASSPHRASE;
  if (given !== undefined) return given;
  if (!process.stdin.isTTY)
    throw new UsageError('Set WAYMARK_PASSPHRASE, or run this in a terminal to be asked.');
  process.stderr.write('Passphrase: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await prompt.question('');
  } finally {
    prompt.close();
    process.stderr.write('\n');
  }
}

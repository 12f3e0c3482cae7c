import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isFailure } from '#shared/domain/failure.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Became } from '#shared/domain/guidance-reading.ts';
import { toCase } from '#shared/guidance/case/to-case.ts';
import { largestGuidance, readGuidance } from '#shared/guidance/read-guidance.ts';
import { saveOwnPack } from '../services/guidance/own-packs.ts';
import { packHere } from '../services/guidance/packs-here.ts';
import type { Parsed } from './arguments.ts';
import { required, UsageError } from './arguments.ts';
import type { Output } from './command.ts';
import { sha256OfText } from './hash-text.ts';
import { withVault } from './with-vault.ts';

const refusals = {
  json: 'is not JSON',
  'too-large': 'is too large to be guidance',
  'not-case': 'is no CASE package',
  'wrong-shape': 'is not shaped as a CASE package',
  'missing-node': 'puts something under an item it does not have',
  cycle: 'puts an item under itself',
  'no-items': 'has no items',
  'too-many': 'has more of these than a pack can hold',
  'not-a-pack': 'does not make a sound pack',
} as const;

const becameWords: Readonly<Record<Became['kind'], string>> = {
  capability: 'capability',
  theme: 'theme',
  heading: 'heading, not taken',
  'left-out': 'left out: more than 60 under one capability',
  elsewhere: 'also under another item: only the first place is kept',
  'other-links': 'other associations, not taken',
};

function formatOf(name: string | undefined, option: string): 'case' | 'json' {
  if (name === 'case' || name === 'json') return name;
  throw new UsageError(`--${option} is case or json`);
}

/** Never over a file that is there. */
async function write(path: string, value: unknown, out: Output): Promise<void> {
  await writeFile(resolve(path), `${JSON.stringify(value, null, 2)}\n`, { flag: 'wx' });
  out.note(`Written: ${path}`);
}

function tellFaults(thrown: unknown, out: Output): number {
  if (!isFailure(thrown)) throw thrown;
  if (thrown.failure === 'GUIDANCE_REFUSED') {
    const { why, at } = thrown.data as { readonly why: keyof typeof refusals; readonly at: string };
    out.fault(`That file ${refusals[why]}${at === '' ? '' : ` (${at})`}. Nothing was read from it.`);
    return 1;
  }
  if (thrown.failure !== 'INVALID') throw thrown;
  const { issues } = thrown.data as {
    readonly issues: readonly { path: readonly unknown[]; code: string }[];
  };
  for (const { path, code } of issues) out.fault(`${path.slice(1).join('.') || '(the whole file)'}: ${code}`);
  return 1;
}

/** `guidance import FILE --from case|json [--level N] (--out FILE | --vault DIR)`. */
export async function importGuidance(file: string, { value }: Parsed, out: Output): Promise<number> {
  const from = formatOf(value('from'), 'from');
  const level = value('level') === undefined ? null : Number(value('level'));
  if (level !== null && !(Number.isInteger(level) && level >= 1 && level <= 8))
    throw new UsageError('--level is a number from 1 to 8');
  const [to, vault] = [value('out'), value('vault')];
  if (to === undefined && vault === undefined) throw new UsageError('--out or --vault is needed');
  let text: string;
  try {
    // Four bytes a character at the most: what is larger need not be read.
    if ((await stat(resolve(file))).size > 4 * largestGuidance) {
      out.fault(`That file ${refusals['too-large']}. Nothing was read from it.`);
      return 1;
    }
    text = await readFile(resolve(file), 'utf8');
  } catch {
    out.fault('That file could not be read.');
    return 2;
  }
  try {
    const { pack, became } = readGuidance(text, from, {
      today: new Date().toISOString().slice(0, 10),
      level,
    });
    for (const { kind, type, from: was, code, cut, count } of became)
      out.line(
        `${[type, was].filter((part) => part !== '').join(': ') || count} -> ${becameWords[kind]}${code === null ? '' : ` ${code}`}${cut ? ' (cut)' : ''}`,
      );
    out.line(`${pack.title} ${pack.version}: ${pack.capabilities.length} capabilities.`);
    if (to !== undefined) await write(to, pack, out);
    if (vault !== undefined) {
      await withVault(vault, async ({ ports, session }) => saveOwnPack(ports, session, pack));
      out.note(`Kept in ${vault} as ${pack.id}.`);
    }
    return 0;
  } catch (thrown) {
    return tellFaults(thrown, out);
  }
}

/** `guidance export ID --to case|json --out FILE [--vault DIR]`. */
export async function exportGuidance(id: string, { value }: Parsed, out: Output): Promise<number> {
  const to = formatOf(value('to'), 'to');
  const path = required(value('out'), 'out');
  const vault = value('vault');
  const pack: GuidancePack =
    vault === undefined
      ? packHere(undefined, id).pack
      : await withVault(vault, async ({ session }) => packHere(session.vault(), id).pack);
  await write(path, to === 'case' ? toCase(pack, sha256OfText) : pack, out);
  return 0;
}

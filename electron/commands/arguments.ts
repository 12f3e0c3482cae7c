import { parseArgs } from 'node:util';

/** A command line that makes no sense: the message is for the person who typed it. Exit code 2. */
export class UsageError extends Error {}

type Options = Record<string, { readonly type: 'string' | 'boolean' }>;

/** Parses one command's options strictly: an unknown or misspelt one is told, not ignored. */
export function parseOptions<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : 'unknown option');
  }
}

export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${name} is needed`);
  return value;
}

import { parseArgs } from 'node:util';

/** A command line that makes no sense: the message is for the person who typed it. Exit code 2. */
export class UsageError extends Error {}

export type Parsed = {
  readonly value: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
  readonly positionals: readonly string[];
};

/** Parses one command's options strictly: an unknown or misspelt one is told, not ignored. */
export function parseOptions(
  args: readonly string[],
  options: Readonly<Record<string, 'string' | 'boolean'>>,
): Parsed {
  const config = Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: config,
      allowPositionals: true,
      strict: true,
    });
    return {
      positionals,
      has: (name) => values[name] === true,
      value: (name) => {
        const value = values[name];
        return typeof value === 'string' ? value : undefined;
      },
    };
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : 'unknown option');
  }
}

export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${name} is needed`);
  return value;
}

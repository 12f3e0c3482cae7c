import { parseArgs } from 'node:util';

/** A command line that makes no sense: the message is for the person who typed it. Exit code 2. */
export class UsageError extends Error {}

export type Parsed = {
  readonly value: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
  /** Every value of an option that may be given more than once. */
  readonly list: (name: string) => readonly string[];
  readonly positionals: readonly string[];
};

/** Parses one command's options strictly: an unknown or misspelt one is told, not ignored. */
export function parseOptions(
  args: readonly string[],
  options: Readonly<Record<string, 'string' | 'boolean' | 'list'>>,
): Parsed {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, type]) => [
      name,
      type === 'list' ? ({ type: 'string', multiple: true } as const) : { type },
    ]),
  );
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
      list: (name) => {
        const value = values[name];
        return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
      },
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

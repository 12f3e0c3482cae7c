import { packageLimits } from '#shared/domain/packages/limits.ts';
import { refused } from './refused.ts';

/** Names through which a program's own objects could be reached. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

const quote = 0x22;
const backslash = 0x5c;

/** Where the string that begins at `start` ends (its closing quote); -1 when it never does. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
  return -1;
}

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/**
 * Looks at the text before it is parsed: nesting, repeated and forbidden names, long strings, how many values there are.
 * @returns whether it may be parsed. What is no JSON at all is left to the parser.
 */
function mayBeParsed(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfString(text, at);
      if (end === -1 || end - at > packageLimits.text) return false;
      let after = end + 1;
      while (isSpace(text.charCodeAt(after))) after += 1;
      const names = open.at(-1);
      if (text[after] === ':' && names !== undefined && names !== null) {
        const raw = text.slice(at + 1, end);
        const name = raw.includes('\\') ? String(JSON.parse(text.slice(at, end + 1))) : raw;
        if (forbidden.has(name) || names.has(name)) return false;
        names.add(name);
      }
      at = end;
    } else if (code === 0x7b || code === 0x5b) {
      open.push(code === 0x7b ? new Set() : null);
      if (open.length > packageLimits.depth) return false;
      values += 1;
    } else if (code === 0x7d || code === 0x5d) open.pop();
    else if (code === 0x2c) values += 1;
    if (values > packageLimits.values) return false;
  }
  return true;
}

/** Parses JSON from a stranger. Fails with PACKAGE_REFUSED (`json`); nothing of what is refused was ever an object. */
export function parseGuarded(bytes: Uint8Array, entry: string): unknown {
  if (bytes.length > packageLimits.json) throw refused('too-large', entry);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (mayBeParsed(text)) return JSON.parse(text);
  } catch {
    // Not UTF-8, or not JSON.
  }
  throw refused('json', entry);
}

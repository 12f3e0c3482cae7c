import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonical.ts';

/** A header's file as someone would write it who knows the format but no key: the plain check is made to fit. */
export function forgeHeader(header: Readonly<Record<string, unknown>>): string {
  const { check: _, ...body } = header;
  const check = createHash('sha256').update(canonicalJson(body)).digest('hex');
  return JSON.stringify({ ...body, check });
}

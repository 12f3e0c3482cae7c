import { failure } from '#shared/domain/failure.ts';
import type { GuidanceReading } from '#shared/domain/guidance-reading.ts';
import type { ForeignChoice } from './case/foreign-case.ts';
import { fromCase } from './case/from-case.ts';
import { checkPack } from './check-pack.ts';
import { issuesOf } from './pack-issues.ts';

/** The largest guidance file that is read, in characters. */
export const largestGuidance = 3 * 1024 * 1024;

function parsed(text: string): unknown {
  if (text.length > largestGuidance)
    throw failure('GUIDANCE_REFUSED', { why: 'too-large', at: String(text.length) });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw failure('GUIDANCE_REFUSED', { why: 'json', at: '' });
  }
}

/**
 * Reads the text of a guidance file: a pack's own JSON or a CASE package. Fails with GUIDANCE_REFUSED, and for a pack with
 * faults with INVALID, each fault under `pack`.
 */
export function readGuidance(text: string, from: 'json' | 'case', choice: ForeignChoice): GuidanceReading {
  const value = parsed(text);
  if (from === 'case') return fromCase(value, choice);
  const checked = checkPack(value);
  if (!checked.ok) throw failure('INVALID', { issues: issuesOf(checked.faults) });
  return { pack: checked.pack, became: [] };
}

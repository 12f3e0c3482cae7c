import { type GuidancePack, guidancePackSchema } from '#shared/domain/guidance-pack.ts';
import { referenceFaults } from './pack-references.ts';
import { type PackFault, schemaFaults } from './schema-faults.ts';

export type PackCheck =
  | { readonly ok: true; readonly pack: GuidancePack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** A writer mends a few faults at a time; a hostile file must not produce millions. */
const mostFaults = 100;

/**
 * Decides whether a value, usually parsed from a JSON file, is a guidance pack that can be used. Never throws.
 * @returns the pack, or up to 100 faults in the order of the file, each with its place (`capabilities[3].code`; empty
 * for the file itself) and a stable code. References are only checked once the shape is right.
 */
export function checkPack(value: unknown): PackCheck {
  const parsed = guidancePackSchema.safeParse(value, { reportInput: true });
  const faults = parsed.success ? referenceFaults(parsed.data) : schemaFaults(parsed.error.issues);
  if (parsed.success && faults.length === 0) return { ok: true, pack: parsed.data };
  return { ok: false, faults: faults.slice(0, mostFaults) };
}

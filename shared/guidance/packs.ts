import type { GuidancePack, PackSummary } from '#shared/domain/guidance-pack.ts';
import { checkPack } from './check-pack.ts';
import emergencyMedicine from './packs/emergency-medicine.json' with { type: 'json' };
import generalInternalMedicine from './packs/general-internal-medicine.json' with { type: 'json' };
import generalPsychiatry from './packs/general-psychiatry.json' with { type: 'json' };
import intensiveCareMedicine from './packs/intensive-care-medicine.json' with { type: 'json' };
import paediatrics from './packs/paediatrics.json' with { type: 'json' };

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

function shipped(value: unknown): GuidancePack {
  const check = checkPack(value);
  if (check.ok) return frozen(check.pack);
  throw new Error(check.faults.map(({ path, code }) => `${path}: ${code}`).join('; '));
}

/** The packs that come with Waymark, by title. Frozen all the way down. */
export const guidancePacks: readonly GuidancePack[] = Object.freeze(
  [emergencyMedicine, generalInternalMedicine, generalPsychiatry, intensiveCareMedicine, paediatrics].map(
    shipped,
  ),
);

const byId = new Map(guidancePacks.map((pack) => [pack.id, pack]));

export function packById(id: string): GuidancePack | undefined {
  return byId.get(id);
}

/** What a chooser shows of a pack. The pack must have passed `checkPack`. */
export function summaryOf(pack: GuidancePack): PackSummary {
  const source = pack.sources.find(({ id }) => id === pack.source);
  if (source === undefined) throw new Error(`pack without its source: ${pack.id}`);
  const { id, title, specialty, curriculum, version, certainty, notice, capabilityName, window } = pack;
  const capabilities = pack.capabilities.map((capability) => ({
    code: capability.code,
    title: capability.title,
  }));
  return {
    id,
    title,
    specialty,
    curriculum,
    version,
    certainty,
    notice,
    capabilityName,
    source,
    window,
    capabilities,
  };
}

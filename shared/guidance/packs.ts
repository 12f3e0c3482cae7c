import type { GuidancePack, PackSummary } from '#shared/domain/guidance-pack.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import { checkPack } from './check-pack.ts';
import acuteInternalMedicine from './packs/acute-internal-medicine.json' with { type: 'json' };
import anaesthetics from './packs/anaesthetics.json' with { type: 'json' };
import blank from './packs/blank.json' with { type: 'json' };
import cardioThoracicSurgery from './packs/cardio-thoracic-surgery.json' with { type: 'json' };
import clinicalRadiology from './packs/clinical-radiology.json' with { type: 'json' };
import emergencyMedicine from './packs/emergency-medicine.json' with { type: 'json' };
import generalInternalMedicine from './packs/general-internal-medicine.json' with { type: 'json' };
import generalPsychiatry from './packs/general-psychiatry.json' with { type: 'json' };
import generalSurgery from './packs/general-surgery.json' with { type: 'json' };
import geriatricMedicine from './packs/geriatric-medicine.json' with { type: 'json' };
import intensiveCareMedicine from './packs/intensive-care-medicine.json' with { type: 'json' };
import neurosurgery from './packs/neurosurgery.json' with { type: 'json' };
import obstetricsAndGynaecology from './packs/obstetrics-and-gynaecology.json' with { type: 'json' };
import oralAndMaxilloFacialSurgery from './packs/oral-and-maxillo-facial-surgery.json' with { type: 'json' };
import otolaryngology from './packs/otolaryngology.json' with { type: 'json' };
import paediatricSurgery from './packs/paediatric-surgery.json' with { type: 'json' };
import paediatrics from './packs/paediatrics.json' with { type: 'json' };
import plasticSurgery from './packs/plastic-surgery.json' with { type: 'json' };
import traumaAndOrthopaedicSurgery from './packs/trauma-and-orthopaedic-surgery.json' with { type: 'json' };
import urology from './packs/urology.json' with { type: 'json' };
import vascularSurgery from './packs/vascular-surgery.json' with { type: 'json' };

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

function shipped(value: unknown): GuidancePack {
  const check = checkPack(value);
  if (check.ok) return frozen(check.pack);
  throw new Error(check.faults.map(({ path, code }) => `${path}: ${code}`).join('; '));
}

/** The packs that come with Waymark, by title, the blank one last. Frozen all the way down. */
export const guidancePacks: readonly GuidancePack[] = Object.freeze(
  [
    acuteInternalMedicine,
    anaesthetics,
    cardioThoracicSurgery,
    clinicalRadiology,
    emergencyMedicine,
    generalInternalMedicine,
    generalPsychiatry,
    generalSurgery,
    geriatricMedicine,
    intensiveCareMedicine,
    neurosurgery,
    obstetricsAndGynaecology,
    oralAndMaxilloFacialSurgery,
    otolaryngology,
    paediatricSurgery,
    paediatrics,
    plasticSurgery,
    traumaAndOrthopaedicSurgery,
    urology,
    vascularSurgery,
    blank,
  ].map(shipped),
);

/** Earlier versions of these, kept as they were for the portfolios that still use them. None has been raised yet. */
const formerPacks: readonly GuidancePack[] = [];

const byId = new Map(guidancePacks.map((pack) => [pack.id, pack]));
const byVersion = new Map(
  [...guidancePacks, ...formerPacks].map((pack) => [`${pack.id} ${pack.version}`, pack]),
);

export function packById(id: string): GuidancePack | undefined {
  return byId.get(id);
}

/** Whether every Waymark of this version has this pack, word for word. */
export const isShipped = (pack: GuidancePack): boolean =>
  byVersion.get(`${pack.id} ${pack.version}`) === pack;

/**
 * The guidance a portfolio uses: its own copy, or the shipped pack of its version. A portfolio of a Waymark that named
 * another version of a shipped pack is read by the one there is.
 */
export const packFor = ({ pack, packId, packVersion }: Pick<Portfolio, 'pack' | 'packId' | 'packVersion'>) =>
  pack ?? byVersion.get(`${packId} ${packVersion}`) ?? byId.get(packId);

/** What a chooser shows of a pack. The pack must have passed `checkPack`. */
export function summaryOf(pack: GuidancePack, origin: PackSummary['origin'] = 'shipped'): PackSummary {
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
    origin,
    certainty,
    notice,
    capabilityName,
    source,
    window,
    capabilities,
  };
}

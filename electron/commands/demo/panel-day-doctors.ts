import type { IsoDate } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Ports } from '../../services/ports.ts';
import { sampleEvidence } from '../../services/sample/sample-evidence.ts';
import { sampleItem } from '../../services/sample/sample-items.ts';

const names = [
  'Ash',
  'Birch',
  'Cedar',
  'Damson',
  'Elder',
  'Fig',
  'Gorse',
  'Hazel',
  'Iris',
  'Juniper',
  'Kale',
  'Larch',
];
const packs = [
  'general-internal-medicine',
  'emergency-medicine',
  'anaesthetics',
  'general-internal-medicine',
  'paediatrics',
  'general-psychiatry',
];

export type DayDoctor = {
  readonly name: string;
  readonly gmcNumber: string;
  readonly packId: string;
  readonly place: number;
};

/** Twelve who do not exist, with numbers the GMC has not issued. */
export const dayDoctors: readonly DayDoctor[] = names.map((name, place) => ({
  name: `Dr Sample ${name} (invented)`,
  gmcNumber: String(100 + place).padStart(7, '0'),
  packId: packs[place % packs.length] ?? 'general-internal-medicine',
  place,
}));

/** The sample's evidence as somebody of another specialty might have it: fewer items for some, linked to what their guidance asks for. */
export function evidenceOf(
  ports: Ports,
  { place }: DayDoctor,
  pack: GuidancePack,
  today: IsoDate,
): readonly EvidenceItem[] {
  const codes = pack.capabilities.map(({ code }) => code);
  return sampleEvidence
    .filter((_, index) => (index + place) % 12 > place % 5)
    .map((line, index) => {
      const item = sampleItem(line, today, ports.newId(), []);
      const links = item.links.map((link, at) => {
        const capability = codes.includes(link.capability)
          ? link.capability
          : (codes[(index + at) % codes.length] ?? link.capability);
        return { ...link, capability };
      });
      return { ...item, links: [...new Map(links.map((link) => [link.capability, link])).values()] };
    });
}

import { z } from 'zod';
import { type GuidancePack, type PackSource, packSourceSchema } from '#shared/domain/guidance-pack.ts';
import { provenance } from '#shared/domain/pack-provenance.ts';
import type { YearFacts } from '#shared/domain/supervision/supervisor-report.ts';
import data from './supervisor-report.json' with { type: 'json' };

const supervision = z
  .strictObject({
    reportAge: z.strictObject({ months: z.number().int().positive(), note: z.string(), ...provenance }),
    domains: z
      .array(
        z.strictObject({
          edition: z.union([z.literal(2013), z.literal(2024)]),
          titles: z.array(z.string()).length(4).readonly(),
          ...provenance,
        }),
      )
      .readonly(),
    sources: z.array(packSourceSchema).readonly(),
  })
  .parse(data);

const sourceOf = (id: string): PackSource => {
  const found = supervision.sources.find((source) => source.id === id);
  if (found === undefined) throw new Error(`supervisor-report.json: no source ${id}`);
  return found;
};

/** How old a supervisor's report may be on the day of the review unless the programme says otherwise, and where that was read. */
export const usualReportAge = {
  months: supervision.reportAge.months,
  note: supervision.reportAge.note,
  certainty: supervision.reportAge.certainty,
  source: sourceOf(supervision.reportAge.source),
} as const;

/** The edition of Good medical practice this guidance counts its capabilities to; the present one where it names none. */
function editionOf({ capabilities }: GuidancePack): 2013 | 2024 {
  const named = capabilities.flatMap(({ gmp }) => gmp.map(({ edition }) => edition));
  return named.length > 0 && named.every((edition) => edition === 2013) ? 2013 : 2024;
}

/** The four professional domains under which a supervisor writes, with the capabilities the guidance counts to each. */
export function professionalDomains(pack: GuidancePack): YearFacts['domains'] {
  const edition = editionOf(pack);
  const { titles = [] } = supervision.domains.find((each) => each.edition === edition) ?? {};
  return titles.map((title, index) => ({
    id: `gmp-${edition}-${index + 1}`,
    title,
    capabilities: pack.capabilities
      .filter(({ gmp }) => gmp.some((each) => each.edition === edition && each.domain === index + 1))
      .map(({ code }) => code),
  }));
}

/** The edition and source the domains' names come from. */
export function domainsSource(pack: GuidancePack): { readonly edition: number; readonly source: PackSource } {
  const edition = editionOf(pack);
  const found = supervision.domains.find((each) => each.edition === edition);
  return { edition, source: sourceOf(found?.source ?? '') };
}

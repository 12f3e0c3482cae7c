import { z } from 'zod';
import { applicationRulesSchema } from '#shared/domain/application-rules.ts';
import { type GuidancePack, type PackSource, packSourceSchema } from '#shared/domain/guidance-pack.ts';
import common from './gmc-application.json' with { type: 'json' };

const required = applicationRulesSchema.required().omit({ maintenance: true });
const shared = z
  .strictObject({ rules: required, sources: z.array(packSourceSchema).readonly() })
  .parse(common);

type Shared = z.output<typeof required>;
/** The rules of one application, and where each was read. */
export type ApplicationGuide = Readonly<Shared> & {
  /** Null where the guidance names no such rule. */
  readonly maintenance: NonNullable<GuidancePack['application']>['maintenance'] | null;
  /** The source a rule names, in the pack's list or in the one all packs share. */
  readonly sourceOf: (id: string) => PackSource | undefined;
};

/** What the GMC asks of an application in this specialty: the pack's own rules, and for the rest those every pack shares. */
export function applicationGuideOf(pack: Pick<GuidancePack, 'application' | 'sources'>): ApplicationGuide {
  const own = pack.application ?? {};
  const sources = [...pack.sources, ...shared.sources];
  const { rules } = shared;
  return {
    sections: own.sections ?? rules.sections,
    budget: own.budget ?? rules.budget,
    referees: own.referees ?? rules.referees,
    notVerified: own.notVerified ?? rules.notVerified,
    authenticated: own.authenticated ?? rules.authenticated,
    verifiers: own.verifiers ?? rules.verifiers,
    gap: own.gap ?? rules.gap,
    cv: own.cv ?? rules.cv,
    cvAge: own.cvAge ?? rules.cvAge,
    overlap: own.overlap ?? rules.overlap,
    maintenance: own.maintenance ?? null,
    sourceOf: (id) => sources.find((source) => source.id === id),
  };
}

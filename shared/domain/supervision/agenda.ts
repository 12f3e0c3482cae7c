import { z } from 'zod';
import {
  type CapabilityCoverage,
  type CoverageMap,
  expectationResultSchema,
  type Gap,
  gapSchema,
  strengthSchema,
} from '../coverage/types.ts';
import { isoDateSchema } from '../dates.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import { capabilityCodeSchema, idSchema } from '../ids.ts';
import { nextSteps } from '../next-steps/rank.ts';
import type { ListedAction } from './action-list.ts';
import type { AgendaLine } from './meeting.ts';

const actionWhySchema = z.strictObject({
  kind: z.literal('action'),
  action: idSchema,
  text: z.string(),
  capability: capabilityCodeSchema.nullable(),
  owner: z.string(),
  dueOn: isoDateSchema,
  status: z.enum(['open', 'done', 'dropped']),
  overdue: z.boolean(),
  /** How often its day was moved. */
  carriedOver: z.number().int(),
});
const capabilityWhySchema = z.strictObject({
  kind: z.literal('thin'),
  text: z.string(),
  capability: capabilityCodeSchema,
  strength: strengthSchema,
  /** What is missing first; null: nothing is any more. */
  gap: gapSchema.nullable(),
  /** The rule it is missing from, where it is missing from one. */
  result: expectationResultSchema.nullable(),
});
/** Something to talk about, with the reason. */
export const agendaReasonSchema = z.discriminatedUnion('kind', [actionWhySchema, capabilityWhySchema]);
export type AgendaReason = Readonly<z.output<typeof agendaReasonSchema>>;

const actionReason = (action: ListedAction): AgendaReason => ({
  kind: 'action',
  action: action.id,
  text: action.what,
  capability: action.capability,
  owner: action.owner,
  dueOn: action.dueOn,
  status: action.status,
  overdue: action.overdue,
  carriedOver: action.carriedOver.length,
});

const resultOf = (line: CapabilityCoverage, gap: Gap | null) =>
  line.expectations.find(({ expectation }) => expectation.id === gap?.expectationId) ?? null;

const nothingElse = { falling: [], unverified: 0, unanonymised: 0 } as const;

/** Capabilities that coverage calls empty or thin, in the order in which the next steps name them. */
function thinOnes(pack: GuidancePack, map: CoverageMap): readonly AgendaReason[] {
  const lines = new Map(map.capabilities.map((line) => [line.code, line]));
  const seen = new Set<string>();
  return nextSteps(pack, map, nothingElse).flatMap(({ kind, capability, gap }): readonly AgendaReason[] => {
    const line = lines.get(capability ?? '');
    if (kind !== 'gap' || line === undefined || seen.has(line.code)) return [];
    seen.add(line.code);
    if (line.strength !== 'empty' && line.strength !== 'thin') return [];
    const title = pack.capabilities.find(({ code }) => code === line.code)?.title ?? line.code;
    return [
      {
        kind: 'thin',
        text: title,
        capability: line.code,
        strength: line.strength,
        gap,
        result: resultOf(line, gap),
      },
    ];
  });
}

export type AgendaFacts = {
  readonly pack: GuidancePack;
  readonly map: CoverageMap;
  /** All of them: what is closed is passed over. */
  readonly actions: readonly ListedAction[];
};

/**
 * What could stand on an agenda and does not yet: open actions, those whose day has passed first, then thin
 * capabilities, ranked as the next steps are.
 */
export function agendaSuggestions(
  { pack, map, actions }: AgendaFacts,
  agenda: readonly AgendaLine[],
): readonly AgendaReason[] {
  const talkedOf = new Set(agenda.map(({ action }) => action));
  const covered = new Set(agenda.filter(({ from }) => from === 'thin').map(({ capability }) => capability));
  const open = actions
    .filter(({ id, status }) => status === 'open' && !talkedOf.has(id))
    .toSorted((a, b) => Number(b.overdue) - Number(a.overdue) || a.dueOn.localeCompare(b.dueOn));
  const thin = thinOnes(pack, map).filter(({ capability }) => !covered.has(capability));
  return [...open.map(actionReason), ...thin];
}

/** Why each line of an agenda is there, as it stands today. Lines somebody added have no reason but that. */
export function agendaReasons(
  { pack, map, actions }: AgendaFacts,
  agenda: readonly AgendaLine[],
): ReadonlyMap<string, AgendaReason> {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const lines = new Map(map.capabilities.map((line) => [line.code, line]));
  return new Map(
    agenda.flatMap(({ id, action, capability, from }): readonly [string, AgendaReason][] => {
      const about = action === null ? undefined : byId.get(action);
      if (about !== undefined) return [[id, actionReason(about)]];
      const line = from === 'thin' ? lines.get(capability ?? '') : undefined;
      if (line === undefined) return [];
      const title = pack.capabilities.find(({ code }) => code === line.code)?.title ?? line.code;
      const [gap = null] = line.gaps;
      return [
        [
          id,
          {
            kind: 'thin',
            text: title,
            capability: line.code,
            strength: line.strength,
            gap,
            result: resultOf(line, gap),
          },
        ],
      ];
    }),
  );
}

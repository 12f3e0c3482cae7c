import type { CapabilityCoverage, CoverageMap, ExpectationResult, Gap } from '../coverage/types.ts';
import type { IsoDate } from '../dates.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import type { Certainty } from '../pack-provenance.ts';
import type { NextStep, NonClinical } from './next-steps.ts';

/** How much a gap weighs by how certain its source is: what is surely asked comes before our own aims. */
const weights: Readonly<Record<Certainty, number>> = { certain: 1, likely: 0.9, recalled: 0.6, working: 0.4 };

/** What falls out of the window of one capability before the target date, and when the first piece does. */
export type Falling = { readonly code: string; readonly items: number; readonly on: IsoDate };

type Ranked = { readonly step: NextStep; readonly score: number; readonly generic: boolean };

const plain = { gap: null, items: 0, on: null } as const;

function gapSteps(
  capability: string | null,
  gaps: readonly Gap[],
  results: readonly ExpectationResult[],
  of: { readonly generic: boolean; readonly certainty: Certainty },
): readonly Ranked[] {
  return gaps
    .filter(({ kind }) => kind !== 'not-yet')
    .flatMap((gap): readonly Ranked[] => {
      const result = results.find(({ expectation }) => expectation.id === gap.expectationId);
      // Where the rules say what to add, "nothing is linked" adds nothing to them.
      if (result === undefined && (capability === null || gaps.length > 1)) return [];
      const far = result === undefined ? 1 : gap.missing / result.expectation.atLeast;
      const certainty = result?.expectation.certainty ?? of.certainty;
      const key = `gap:${capability ?? '*'}:${gap.expectationId ?? '*'}`;
      return [
        {
          step: { ...plain, key, kind: 'gap', capability, gap },
          score: far * weights[certainty],
          generic: of.generic,
        },
      ];
    });
}

const capabilityGaps = (pack: GuidancePack, line: CapabilityCoverage) => {
  const known = pack.capabilities.find(({ code }) => code === line.code);
  return gapSteps(line.code, line.gaps, line.expectations, {
    generic: known?.kind === 'generic',
    certainty: known?.certainty ?? 'working',
  });
};

/**
 * What to do next, most useful first.
 *
 * 0. Actions whose day has passed: somebody waits for them.
 * 1. Counts that are not met: by the share that is missing, weighed by how certain the rule's source is (certain 1,
 *    likely 0.9, recalled 0.6, our own aim 0.4). Among equals the non-clinical capabilities come first, because nobody's
 *    daily work brings that evidence, then the pack's order. A rule whose period has not begun is left out.
 * 2. What expires before the target date, soonest first.
 * 3. Items that count and are not yet verified, or whose files nobody has looked through.
 * 4. Drafts to finish, and items that no capability shows.
 */
export function nextSteps(
  pack: GuidancePack,
  map: CoverageMap,
  {
    falling,
    unverified,
    unanonymised,
    overdue = [],
  }: {
    readonly falling: readonly Falling[];
    /** Of the whole portfolio's items that count. */
    readonly unverified: number;
    readonly unanonymised: number;
    /** The days of open actions that have passed. */
    readonly overdue?: readonly IsoDate[];
  },
): readonly NextStep[] {
  const gaps = [
    ...map.capabilities.flatMap((line) => capabilityGaps(pack, line)),
    ...gapSteps(null, map.wholeGaps, map.whole, { generic: false, certainty: 'working' }),
  ].sort((a, b) => b.score - a.score || Number(b.generic) - Number(a.generic));
  const expiring = falling
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : b.items - a.items))
    .map(
      ({ code, items, on }): NextStep => ({
        ...plain,
        key: `expiring:${code}`,
        kind: 'expiring',
        capability: code,
        items,
        on,
      }),
    );
  const about = (kind: NextStep['kind'], items: number): readonly NextStep[] =>
    items === 0 ? [] : [{ ...plain, key: kind, kind, capability: null, items }];
  const [late] = [...overdue].sort();
  return [
    ...(late === undefined ? [] : about('actions', overdue.length).map((step) => ({ ...step, on: late }))),
    ...gaps.map(({ step }) => step),
    ...expiring,
    ...about('unverified', unverified),
    ...about('unanonymised', unanonymised),
    ...about('drafts', map.drafts),
    ...about('unlinked', map.unlinked),
  ];
}

/** The non-clinical capabilities together. Null where the pack has none. */
export function nonClinicalOf(pack: GuidancePack, map: CoverageMap): NonClinical | null {
  const codes = new Set(pack.capabilities.filter(({ kind }) => kind === 'generic').map(({ code }) => code));
  const lines = map.capabilities.filter(({ code }) => codes.has(code));
  if (lines.length === 0) return null;
  const rules = lines.flatMap(({ expectations }) => expectations);
  return {
    capabilities: lines.length,
    countsMet: lines.filter(({ strength }) => strength === 'counts-met').length,
    rules: rules.length,
    rulesMet: rules.filter(({ met }) => met).length,
  };
}

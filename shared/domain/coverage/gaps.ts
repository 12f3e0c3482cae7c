import type { IsoDate } from '../dates.ts';
import type { Measured } from './measure.ts';
import { type Gap, gapKinds } from './types.ts';

const round = (value: number) => Math.round(value * 100) / 100;

function gapKindOf({ result, candidates }: Measured, today: IsoDate): Gap['kind'] {
  const { expectation, have, tooOld, countsFrom } = result;
  if (countsFrom > today) return 'not-yet';
  if (expectation.unit === 'kinds') return 'few-kinds';
  if (expectation.unit === 'verified-items' && candidates > 0) return 'unverified';
  return have + tooOld >= expectation.atLeast ? 'too-old' : 'too-few';
}

/**
 * What is missing, most useful to mend first: nothing at all, then too little, too old, too uniform, unverified, not yet
 * possible; within
 * a kind what guidance asks before Waymark's own aims, then the larger part missing, then the pack's order. Where
 * nothing is linked, the rules that any evidence would serve say no more than `no-evidence` does, so they are left out.
 */
export function gapsOf(measured: readonly Measured[], items: number, today: IsoDate): readonly Gap[] {
  const unmet = measured.filter(
    ({ result }) => !result.met && (items > 0 || result.expectation.types.length > 0),
  );
  const ranked = unmet
    .map((one) => {
      const { expectation, have } = one.result;
      const missing = round(expectation.atLeast - have);
      const gap: Gap = { kind: gapKindOf(one, today), expectationId: expectation.id, missing };
      const own = expectation.certainty === 'working' ? 1 : 0;
      return { gap, rank: [gapKinds.indexOf(gap.kind), own, -missing / expectation.atLeast] as const };
    })
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2]);
  const nothing: readonly Gap[] =
    items === 0 ? [{ kind: 'no-evidence', expectationId: null, missing: 0 }] : [];
  return [...nothing, ...ranked.map(({ gap }) => gap)];
}

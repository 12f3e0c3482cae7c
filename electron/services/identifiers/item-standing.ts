import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { sharedHashesOf } from '#shared/domain/identifiers/anonymisation.ts';
import { mostHits } from '#shared/domain/identifiers/check.ts';
import { hitsOfItem } from '#shared/domain/identifiers/check-item.ts';
import { dismissalKey } from '#shared/domain/identifiers/dismissal.ts';
import type { BriefHit, FileBrief } from '#shared/domain/identifiers/file-check.ts';
import type { ItemStanding } from '#shared/domain/identifiers/summary.ts';
import type { IdentifierOptions } from '#shared/domain/identifiers/types.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { decisionOf, type Hash } from './decision.ts';

/** A hit in an item's own words, or in the name of one of its files. */
export type OwnHit = BriefHit & { readonly file: Sha256 | null };

export const ownHitsOf = (hash: Hash, item: EvidenceItem, options: IdentifierOptions): readonly OwnHit[] =>
  hitsOfItem(item, options).map((hit) => {
    const { rule, what } = decisionOf(hash, hit);
    const file = hit.place.kind === 'file-name' ? hit.place.file : null;
    return { rule, what, low: hit.confidence === 'low', file };
  });

/** @param isLeft whether somebody decided that a hit may stay, by its `dismissalKey` */
export function itemStandingOf(
  item: EvidenceItem,
  own: readonly OwnHit[],
  briefOf: (file: Sha256) => FileBrief | undefined,
  isLeft: (key: string) => boolean,
): ItemStanding {
  const open = new Map<Sha256 | null, number>();
  let counted = 0;
  const count = (hits: readonly BriefHit[], of: (at: number) => Sha256 | null, decided: Sha256 | null) => {
    for (const [at, { rule, what, low }] of hits.entries()) {
      counted += 1;
      if (counted > mostHits) return;
      if (low || isLeft(dismissalKey(item.id, { file: decided, rule, what }))) continue;
      const file = of(at);
      open.set(file, (open.get(file) ?? 0) + 1);
    }
  };
  count(own, (at) => own[at]?.file ?? null, null);
  const briefs = sharedHashesOf(item).map((file) => ({ file, brief: briefOf(file) }));
  for (const { file, brief } of briefs) count(brief?.hits ?? [], () => file, file);
  const all = [...open.values()].reduce((sum, of) => sum + of, 0);
  const isUnchecked = briefs.some(({ brief }) => brief === undefined);
  return {
    state: all > 0 ? 'possible' : isUnchecked ? 'unchecked' : 'none-found',
    open: all,
    openInWords: open.get(null) ?? 0,
    files: briefs.map(({ file, brief }) => ({
      file,
      state: brief?.state ?? 'unchecked',
      open: open.get(file) ?? 0,
    })),
  };
}

import type { IdentifierSummary } from '#shared/contract/identifiers.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { anonymisationOf } from '#shared/domain/identifiers/anonymisation.ts';
import { type CheckResult, isOpen } from '#shared/domain/identifiers/check.ts';

const readable = new Set(['read', 'unchecked']);

/** What to say of some items before they go anywhere. A file attached twice is one file. */
export function summaryOf(standings: readonly (readonly [EvidenceItem, CheckResult])[]): IdentifierSummary {
  const files = new Map<string, string>();
  const filesWithHits = new Set<string>();
  let itemsWithHits = 0;
  for (const [, { hits, files: checked }] of standings) {
    for (const { file, state } of checked) files.set(file, state);
    const open = hits.filter(isOpen);
    for (const { place } of open) if (place.kind !== 'field') filesWithHits.add(place.file);
    if (open.some(({ place }) => place.kind === 'field')) itemsWithHits += 1;
  }
  const states = [...files.values()];
  const marks = standings.map(([item]) => anonymisationOf(item));
  return {
    items: standings.length,
    files: files.size,
    filesWithHits: filesWithHits.size,
    itemsWithHits,
    unchecked: states.filter((state) => state === 'unchecked').length,
    unreadable: states.filter((state) => !readable.has(state)).length,
    anonymised: marks.filter((mark) => mark === 'done').length,
    stale: marks.filter((mark) => mark === 'stale').length,
  };
}

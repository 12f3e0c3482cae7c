import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { sharedFileOf } from '#shared/domain/identifiers/anonymisation.ts';
import {
  type CheckedFile,
  type CheckHit,
  type CheckResult,
  type FileResult,
  isOpen,
  mostHits,
  type RawHit,
} from '#shared/domain/identifiers/check.ts';
import { hitsOfItem } from '#shared/domain/identifiers/check-item.ts';
import { dismissalKey } from '#shared/domain/identifiers/dismissal.ts';
import type { FileCheck } from '#shared/domain/identifiers/file-check.ts';
import type { IdentifierOptions } from '#shared/domain/identifiers/types.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { decisionOf, type Hash } from './decision.ts';
import type { Dismissals } from './dismissals.ts';
import type { FileToCheck } from './file-check.ts';

function withDecision(hash: Hash, dismissals: Dismissals, { id }: EvidenceItem, hit: RawHit): CheckHit {
  const decision = decisionOf(hash, hit);
  const dismissal = dismissals.get(dismissalKey(id, decision));
  const dismissed =
    dismissal === undefined ? null : { reason: dismissal.reason, by: dismissal.by, at: dismissal.at };
  return { ...hit, what: decision.what, dismissed };
}

const checkedFile = (
  { hash: file, name, isCopy }: FileToCheck,
  check: FileCheck | undefined,
): CheckedFile => ({
  file,
  name,
  redacted: isCopy,
  state: check?.state ?? 'unchecked',
  pages: check?.pages ?? 0,
  withoutText: check?.withoutText ?? 0,
  cutShort: check?.cutShort ?? false,
});

/** Where one file of an item stands, with what was decided about its hits. */
export const fileStandingOf = (
  hash: Hash,
  dismissals: Dismissals,
  item: EvidenceItem,
  file: FileToCheck,
  check: FileCheck | undefined,
): FileResult => ({
  file: checkedFile(file, check),
  hits: (check?.hits ?? []).map((hit) => withDecision(hash, dismissals, item, hit)),
});

/** Where an item stands, hit by hit: what is known of its files, its own words looked through now, and what was decided. */
export function standingOf(
  hash: Hash,
  checks: ReadonlyMap<Sha256, FileCheck>,
  dismissals: Dismissals,
  item: EvidenceItem,
  options: IdentifierOptions,
): CheckResult {
  const files: CheckedFile[] = [];
  const raw: RawHit[] = [...hitsOfItem(item, options)];
  const seen = new Set<string>();
  let cutShort = false;
  for (const attachment of item.attachments) {
    const shared = sharedFileOf(attachment);
    if (seen.has(shared.hash)) continue;
    seen.add(shared.hash);
    const check = checks.get(shared.hash);
    files.push(checkedFile({ ...shared, isCopy: attachment.redacted !== undefined }, check));
    raw.push(...(check?.hits ?? []));
  }
  if (raw.length > mostHits) cutShort = true;
  const hits = raw.slice(0, mostHits).map((hit) => withDecision(hash, dismissals, item, hit));
  const open = hits.filter(isOpen).length;
  const isUnchecked = files.some(({ state }) => state === 'unchecked');
  return {
    state: open > 0 ? 'possible' : isUnchecked ? 'unchecked' : 'none-found',
    hits,
    files,
    open,
    cutShort,
  };
}

/** Whether a decision can be about this item: it has the file, or the words are its own. */
export const holdsFile = (item: EvidenceItem, file: string | null): boolean =>
  file === null || item.attachments.some((attachment) => sharedFileOf(attachment).hash === file);

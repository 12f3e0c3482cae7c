import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { sharedFileOf } from '#shared/domain/identifiers/anonymisation.ts';
import {
  type CheckedFile,
  type CheckHit,
  type CheckResult,
  isOpen,
  mostHits,
  type RawHit,
} from '#shared/domain/identifiers/check.ts';
import { hitsOfItem, optionsFor } from '#shared/domain/identifiers/check-item.ts';
import {
  type Dismissal,
  type DismissedHit,
  decidedFileOf,
  dismissalKey,
} from '#shared/domain/identifiers/dismissal.ts';
import type { IdentifierOptions } from '#shared/domain/identifiers/types.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { identifierSettingsOf } from '../settings.ts';
import type { KnownChecks } from './known-checks.ts';

export type Hash = Ports['hash'];
export type Dismissals = ReadonlyMap<string, Dismissal>;

/** The newest decision on each hit of the vault. */
export function dismissalsOf(session: Session): Dismissals {
  const all = [...session.vault().profile.all('dismissals').values()];
  return new Map(
    all.toSorted((a, b) => a.at.localeCompare(b.at)).map((one) => [dismissalKey(one.itemId, one), one]),
  );
}

/** What may stay in this item. */
export const optionsOf = (
  session: Session,
  { store }: OpenPortfolio,
  item: EvidenceItem,
): IdentifierOptions => optionsFor(item, portfolioOf(store), identifierSettingsOf(session.vault()));

/** What a decision on a hit is about. A file's name belongs to the item, not to the bytes. */
export function decisionOf(hash: Hash, { rule, text, place }: RawHit): DismissedHit {
  const file = decidedFileOf(place);
  return { file, rule, what: hash(`${rule}\n${text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')}`) };
}

/** Where an item stands: what is known of its files, its own words looked through now, and what was decided. */
export function standingOf(
  { hash }: { readonly hash: Hash },
  known: KnownChecks,
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
    const check = known.of(shared.hash, options);
    files.push({
      file: shared.hash,
      name: shared.name,
      redacted: attachment.redacted !== undefined,
      state: check?.state ?? 'unchecked',
      pages: check?.pages ?? 0,
      withoutText: check?.withoutText ?? 0,
      cutShort: check?.cutShort ?? false,
    });
    raw.push(...(check?.hits ?? []));
  }
  if (raw.length > mostHits) cutShort = true;
  const hits = raw.slice(0, mostHits).map((hit): CheckHit => {
    const decision = decisionOf(hash, hit);
    const dismissal = dismissals.get(dismissalKey(item.id, decision));
    const dismissed =
      dismissal === undefined ? null : { reason: dismissal.reason, by: dismissal.by, at: dismissal.at };
    return { ...hit, what: decision.what, dismissed };
  });
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

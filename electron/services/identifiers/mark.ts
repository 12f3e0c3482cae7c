import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import { sharedHashesOf } from '#shared/domain/identifiers/anonymisation.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';

type Said = { readonly by: string; readonly on: string; readonly institution: string };

export function itemOf({ store }: OpenPortfolio, id: Id): EvidenceItem {
  const item = store.get('evidence', id);
  if (item === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
  return item;
}

async function save(portfolio: OpenPortfolio, action: string, item: EvidenceItem): Promise<EvidenceItem> {
  await portfolio.store.commit(action, [{ collection: 'evidence', id: item.id, value: item }]);
  return item;
}

/** Writes down who says that nobody can be recognised, for the files as they are now. */
export const markAnonymised = (
  { clock }: Pick<Ports, 'clock'>,
  portfolio: OpenPortfolio,
  id: Id,
  said: Said,
  openHits: (item: EvidenceItem) => Promise<number | null>,
): Promise<EvidenceItem> =>
  portfolio.inTurn(async () => {
    const before = itemOf(portfolio, id);
    const anonymised = { ...said, files: sharedHashesOf(before), openHits: await openHits(before) };
    const updatedAt = clock.now().toISOString();
    return save(portfolio, 'evidence.anonymised', { ...before, anonymised, updatedAt });
  });

export const withdrawAnonymised = (
  { clock }: Pick<Ports, 'clock'>,
  portfolio: OpenPortfolio,
  id: Id,
): Promise<EvidenceItem> =>
  portfolio.inTurn(async () => {
    const { anonymised, ...before } = itemOf(portfolio, id);
    if (anonymised === undefined) return before;
    return save(portfolio, 'evidence.not-anonymised', { ...before, updatedAt: clock.now().toISOString() });
  });

import type { EvidenceInput, EvidenceItem } from '#shared/domain/evidence.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import type { Id } from '#shared/domain/ids.ts';
import { refuseFaults } from '../evidence-faults.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';
import { breathe, createRests } from '../slices.ts';

/** The faults of one item, empty when it can be kept. */
export async function faultsOf(
  portfolio: OpenPortfolio,
  item: EvidenceInput,
  at: readonly (string | number)[],
): Promise<readonly Issue[]> {
  try {
    await refuseFaults(portfolio, item, at);
    return [];
  } catch (thrown) {
    if (isFailure(thrown) && 'issues' in thrown.data) return thrown.data.issues;
    throw thrown;
  }
}

/** Adds items as one line, all or none. Fails with INVALID, every item's faults under `['items', n]`. */
export async function addItems(
  ports: Ports,
  portfolio: OpenPortfolio,
  action: string,
  items: readonly EvidenceInput[],
): Promise<readonly Id[]> {
  const issues: Issue[] = [];
  const rest = createRests();
  for (const [at, item] of items.entries()) {
    issues.push(...(await faultsOf(portfolio, item, ['items', at])));
    await rest();
  }
  if (issues.length > 0) throw failure('INVALID', { issues });
  const at = ports.clock.now().toISOString();
  const made = items.map(
    (item): EvidenceItem => ({ ...item, id: ports.newId(), createdAt: at, updatedAt: at, trashedAt: null }),
  );
  await breathe();
  await portfolio.store.commit(
    action,
    made.map((value) => ({ collection: 'evidence', id: value.id, value })),
  );
  return made.map(({ id }) => id);
}

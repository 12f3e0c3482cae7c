import { type Finding, note } from '#shared/domain/vault-check.ts';
import type { PortfolioReading } from './ports/reading.ts';

/**
 * What records say of others that are not here, as after an item was moved to another portfolio: placements,
 * recommendations and posts of evidence, items of a verifier. Nothing is wrong with what is here, so it is noted.
 */
export function checkReferences(store: string, portfolio: PortfolioReading): readonly Finding[] {
  const evidence = portfolio.all('evidence');
  const verifiers = portfolio.all('verifiers');
  const missing = (from: string, to: string) => note('record-missing', `${store}#${from}`, to);
  const items = (from: string, named: readonly string[]) =>
    named.filter((id) => !evidence.has(id)).map((id) => missing(from, id));
  return [
    ...[...portfolio.all('placements').keys()].flatMap((id) => items(id, [id])),
    ...[...portfolio.all('recommendations').values()].flatMap(({ id, items: named }) => items(id, named)),
    ...[...portfolio.all('posts').values()].flatMap(({ id, evidence: named }) => items(id, named)),
    ...[...evidence.values()].flatMap(({ id, verifierId }) =>
      verifierId === undefined || verifiers.has(verifierId) ? [] : [missing(id, verifierId)],
    ),
  ];
}

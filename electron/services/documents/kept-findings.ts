import { type Findings, keptFindingsSchema } from '#shared/domain/documents/kept-findings.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { FollowOptions } from '../ports/documents.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { wholeFile } from './kept-text.ts';

const nameOf = (hash: Sha256) => `findings ${hash}`;
/** Characters: what is longer would hold the screen up when it is read again, and is found anew instead. */
const longest = 2_000_000;

async function load({ derived }: PortfolioStore, hash: Sha256): Promise<Findings | undefined> {
  const bytes = await derived.get(nameOf(hash));
  if (bytes === undefined) return undefined;
  try {
    const { form: _, ...findings } = keptFindingsSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return findings;
  } catch {
    return undefined;
  }
}

/** Keeps what was found in a file, so that nobody looks for it twice. */
export async function keepFindings(
  { derived }: PortfolioStore,
  hash: Sha256,
  findings: Findings,
): Promise<void> {
  const text = JSON.stringify({ form: 1, ...findings });
  if (text.length <= longest) await derived.put(nameOf(hash), new TextEncoder().encode(text));
}

/**
 * What a file holds that its pages do not show: kept from an earlier look, or looked for now. Fails with NOT_FOUND
 * (`file`), FILE_ENCRYPTED, FILE_MALFORMED and CANCELLED.
 */
export async function findingsOf(
  { documents }: Pick<Ports, 'documents'>,
  store: PortfolioStore,
  hash: Sha256,
  follow: FollowOptions = {},
): Promise<Findings> {
  const kept = await load(store, hash);
  if (kept !== undefined) return kept;
  const file = await wholeFile(store, hash, '');
  if (file === undefined) throw failure('NOT_FOUND', { what: 'file' });
  const { pages: _, ...findings } = await documents.read(file, { depth: 'all', ...follow });
  await keepFindings(store, hash, findings);
  return findings;
}

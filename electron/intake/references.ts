import type { Reference } from '#shared/domain/intake/reference.ts';
import { intakeLimits } from '#shared/domain/intake/table.ts';
import { readBibtex } from './bibtex.ts';
import { decode } from './decode.ts';
import { refused } from './refused.ts';
import { readRis } from './ris.ts';

/** BibTeX or RIS, whichever it is. Fails with IMPORT_REFUSED. */
export function readReferences(bytes: Uint8Array): readonly Reference[] {
  const text = decode(bytes);
  const isRis = /^\uFEFF?\s*TY {0,2}-/m.test(text);
  if (!isRis && !/@\s*[a-z]+\s*[{(]/i.test(text)) throw refused('not-readable');
  const found = isRis ? readRis(text) : readBibtex(text);
  if (found.length === 0) throw refused('empty');
  if (found.length > intakeLimits.rows) throw refused('too-many-rows', intakeLimits.rows);
  return found;
}

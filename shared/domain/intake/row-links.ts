import { fold } from '../evidence-list/fold.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import { codesNamed } from '../suggest/capability-words.ts';
import { listed } from './cells.ts';

const likeCode = /^[a-z]{1,8}[ .-]?\d{1,3}[a-z]?$/i;

/**
 * The capabilities a cell names: by code, however they are parted, or by their whole title.
 * @returns `unknown`: what looks like a capability and is none of this guidance.
 */
export function capabilitiesNamed(
  pack: GuidancePack,
  cell: string,
): { readonly codes: readonly string[]; readonly unknown: readonly string[] } {
  const coded = codesNamed(pack, cell);
  const isKnown = (part: string) => codesNamed(pack, part).length > 0;
  const titled = pack.capabilities
    .filter(({ title }) => fold(cell).includes(fold(title)))
    .map(({ code }) => code);
  const codes = [...new Set([...coded, ...titled])];
  const loose = listed(cell.replace(/[/&+]/g, ';'))
    .flatMap((part) => (isKnown(part) && !likeCode.test(part) ? part.split(/\s+/) : [part]))
    .flatMap((part) => (part.split(/\s+/).every((word) => likeCode.test(word)) ? part.split(/\s+/) : [part]))
    .filter((part) => likeCode.test(part) && !isKnown(part));
  const unknown = codes.length === 0 && cell.trim() !== '' ? [cell.trim()] : [...new Set(loose)];
  return { codes, unknown };
}

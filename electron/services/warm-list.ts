import type { EvidenceIndex } from '#shared/domain/evidence-list/evidence-index.ts';

const plainList = { text: '', types: [], capability: null, verified: null, trash: false };
const warmAfter = 500; // milliseconds
const between = 5; // milliseconds: whoever is waiting goes first

/**
 * Puts the list in the order it is first asked for, and its words into the full text slice by slice: at 10,000 items that
 * is worth not doing while somebody waits, hence only once the home screen has had its answers. Never keeps a process alive.
 * @returns has what came since taken in, too.
 */
export function warmList(evidence: EvidenceIndex, isOpen: () => boolean): () => void {
  let going = true;
  const settle = () => {
    going = isOpen() && evidence.settle();
    if (going) setTimeout(settle, between).unref();
  };
  setTimeout(() => {
    if (!isOpen()) return;
    evidence.page(plainList, { by: 'startedOn', direction: 'descending' }, 0, 0);
    settle();
  }, warmAfter).unref();
  return () => {
    if (going) return;
    going = true;
    setTimeout(settle, between).unref();
  };
}

import { confidences, type Found, type Hit, type IdentifierRule, identifierRules } from './types.ts';

export type Candidate = Found & { readonly rule: IdentifierRule };

const strength = ({ confidence, rule }: Candidate): number =>
  (confidences.length - confidences.indexOf(confidence)) * identifierRules.length -
  identifierRules.indexOf(rule);

const means = /[\p{L}\p{N}]/u;

/**
 * One hit a place: where several lie over each other, the surer one has it and the others keep what sticks out. Every
 * letter and digit that any of them covered stays covered, so that a redaction by the hits leaves nothing of them.
 * @param text as it was given, not flattened.
 */
export function resolveOverlaps(text: string, candidates: readonly Candidate[]): readonly Hit[] {
  if (candidates.length === 0) return [];
  const ordered = candidates.toSorted(
    (a, b) => strength(a) - strength(b) || a.end - a.start - (b.end - b.start) || b.start - a.start,
  );
  // Painted over one another, the surest last: cost follows the text, however many lie over each other.
  const owner = new Int32Array(text.length);
  for (const [at, { start, end }] of ordered.entries()) owner.fill(at + 1, start, end);
  const hits: Hit[] = [];
  let start = 0;
  while (start < owner.length) {
    const own = owner[start] ?? 0;
    const one = ordered[own - 1];
    let end = start + 1;
    if (one === undefined) {
      while (end < owner.length && owner[end] === 0) end += 1;
      start = end;
      continue;
    }
    while (end < owner.length && owner[end] === own) end += 1;
    const last = hits.at(-1);
    const written = text.slice(start, end);
    if (last !== undefined && last.end === start && last.rule === one.rule) {
      hits[hits.length - 1] = { ...last, end, text: text.slice(last.start, end) };
    } else if (means.test(written)) {
      const lead = /^[\s,;:|-]*/.exec(written)?.[0].length ?? 0;
      const tail = /[\s,;:|-]*$/.exec(written.slice(lead))?.[0].length ?? 0;
      const [from, to] = [start + lead, end - tail];
      const { rule, confidence, why } = one;
      hits.push({ rule, start: from, end: to, text: text.slice(from, to), confidence, why });
    }
    start = end;
  }
  return hits;
}

/** A made page with what a careful reader would black out marked by hand. Everybody in it is invented. */
export type Truth = { readonly rule: string; readonly start: number; readonly end: number };
export type LabelledPage = {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly truth: readonly Truth[];
};

/** Chance with a seed (mulberry32), so that a page is the same on every machine. */
export type Chance = {
  readonly below: (limit: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
  readonly digits: (length: number) => string;
  readonly maybe: (share: number) => boolean;
};

export function chance(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
    digits: (length) => Array.from({ length }, () => below(10)).join(''),
    maybe: (share) => next() < share,
  };
}

/** Marks a stretch of a page as something of that rule. */
export const mark = (rule: string, text: string): string => `⟦${rule}¦${text}⟧`;

/** Reads the marks out of a text: the page as it is, and where the marks were. */
export function labelled(name: string, kind: string, marked: string): LabelledPage {
  const truth: Truth[] = [];
  let text = '';
  let rest = marked.trim();
  for (;;) {
    const open = rest.indexOf('⟦');
    if (open === -1) break;
    const bar = rest.indexOf('¦', open);
    const close = rest.indexOf('⟧', bar);
    if (bar === -1 || close === -1) throw new Error(`a mark of ${name} is not closed`);
    text += rest.slice(0, open);
    const inside = rest.slice(bar + 1, close);
    truth.push({ rule: rest.slice(open + 1, bar), start: text.length, end: text.length + inside.length });
    text += inside;
    rest = rest.slice(close + 1);
  }
  return { name, kind, text: text + rest, truth };
}

/** Ten digits that belong together, however they are set: `shape` is the length of each group. */
export type TenDigits = {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly shape: string;
  readonly brokenLine: boolean;
  /** Letters touch it on either side, as where a table's cells ran together. */
  readonly glued: boolean;
};
/** A run of digits, and how it hangs together with the one before it. */
type Group = {
  readonly start: number;
  readonly end: number;
  readonly joined: boolean;
  readonly brokenLine: boolean;
};

const longestGap = 26; // characters: a hyphen, the end of a line and the next one's indent
const gap = /^(?:[ \t]{0,6}[-.|/]?[ \t]{0,6}|[ \t]{0,6}-?\n[ \t]{0,16})$/;
const letter = /\p{L}/u;

function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = [];
  let last = 0;
  for (const match of text.matchAll(/[0-9]+/g)) {
    const start = match.index;
    const between = groups.length > 0 && start - last <= longestGap ? text.slice(last, start) : undefined;
    const joined = between !== undefined && (between === ' ' || between === '-' || gap.test(between));
    const brokenLine = joined && between.includes('\n');
    last = start + match[0].length;
    groups.push({ start, end: last, joined, brokenLine });
  }
  return groups;
}

const isSingle = (group: Group | undefined) => group !== undefined && group.end - group.start === 1;

/** Every way in which neighbouring groups of digits make ten. Cost follows the text: each group starts at most one. */
export function tenDigitsIn(text: string): readonly TenDigits[] {
  const groups = groupsOf(text);
  const found: TenDigits[] = [];
  for (const [at, first] of groups.entries()) {
    let length = 0;
    let next = at;
    while (next < groups.length && length < 10) {
      const group = groups[next];
      if (group === undefined || (next > at && !group.joined)) break;
      length += group.end - group.start;
      next += 1;
    }
    if (length !== 10) continue;
    const set = groups.slice(at, next);
    const end = set.at(-1)?.end ?? first.end;
    const following = groups[next];
    // Of a longer row of single digits nobody can say which ten are meant.
    const isLonger =
      (first.joined && isSingle(groups[at - 1])) || (following?.joined === true && isSingle(following));
    if (set.length === 10 && isLonger) continue;
    found.push({
      start: first.start,
      end,
      digits: text.slice(first.start, end).replace(/[^0-9]/g, ''),
      shape: set.map((group) => group.end - group.start).join('-'),
      brokenLine: set.some((group, place) => place > 0 && group.brokenLine),
      glued: letter.test(text[first.start - 1] ?? '') || letter.test(text[end] ?? ''),
    });
  }
  return found;
}

const usualShapes = new Set(['10', '3-3-4', '6-4', '3-7', '1-1-1-1-1-1-1-1-1-1']);

/** Whether ten digits are set as such numbers are; over the end of a line, in any two or three groups. */
export const isUsuallySet = ({ shape, brokenLine }: TenDigits): boolean =>
  usualShapes.has(shape) || (brokenLine && shape.split('-').length <= 3);

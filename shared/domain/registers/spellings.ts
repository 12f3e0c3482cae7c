import { placeKey } from './institutions.ts';

/** How many letters have to be changed, added or taken away to make one of the other; `most` + 1 once it is more. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
    if (Math.min(...row) > most) return most + 1;
  }
  return row[b.length] ?? most + 1;
}

const initials = (key: string) =>
  key
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');

/** Whether two keys look like one place: a slip of the pen, the letters a name begins with, or a name and its town. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2) return false;
  // Numbers tell places apart: Ward 4 is not Ward 5.
  if (short.replaceAll(/\D/g, '') !== long.replaceAll(/\D/g, '')) return false;
  if (short.length >= 3 && !short.includes(' ') && short === initials(long)) return true;
  if (short.includes(' ') && long.startsWith(`${short} `)) return true;
  const most = short.length >= 12 ? 2 : short.length >= 6 ? 1 : 0;
  return most > 0 && distance(short, long, most) <= most;
}

/** Names of places that may be the same one, to be joined by somebody who knows. At most `limit` pairs. */
export function spellingsToJoin(
  names: Iterable<string>,
  limit = 50,
): readonly { readonly one: string; readonly other: string }[] {
  const known = [...new Set(names)].filter((name) => name !== '').sort();
  const keys = known.map((name) => placeKey(name));
  const pairs: { one: string; other: string }[] = [];
  for (let i = 0; i < known.length; i += 1) {
    for (let j = i + 1; j < known.length; j += 1) {
      const [a = '', b = ''] = [keys[i], keys[j]];
      if (a !== b && !alike(a, b)) continue;
      pairs.push({ one: known[i] ?? '', other: known[j] ?? '' });
      if (pairs.length >= limit) return pairs;
    }
  }
  return pairs;
}

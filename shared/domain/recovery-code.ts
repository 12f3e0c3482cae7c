/**
 * The recovery code as people see it: 160 random bits as 8 groups of 4 characters (Crockford's base32, which has no I, L,
 * O or U), and a ninth group that checks the others.
 *
 * The check is a Reed-Solomon code over pairs of characters (GF(1024), 16 pairs of data and 2 of check): any two wrong
 * pairs are always noticed, and when only one is wrong it says which. It adds nothing to what a guesser knows.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const recoveryCodeBytes = 20;
const groupLength = 4;
export const recoveryGroups = 9;
const codeLength = groupLength * recoveryGroups;
const pairs = codeLength / 2;
const checkPairs = 2;

const fieldSize = 1024;
/** x^10 + x^3 + 1, whose root generates the field. */
const fieldPolynomial = 0b10000001001;
const powers: number[] = [];
const logs = new Map<number, number>();
for (let exponent = 0, element = 1; exponent < fieldSize - 1; exponent += 1) {
  powers.push(element);
  logs.set(element, exponent);
  element <<= 1;
  if (element >= fieldSize) element ^= fieldPolynomial;
}
const power = (exponent: number): number => powers[exponent % (fieldSize - 1)] ?? 0;
const times = (a: number, b: number): number => {
  const [logA, logB] = [logs.get(a), logs.get(b)];
  return logA === undefined || logB === undefined ? 0 : power(logA + logB);
};
/** 1 / (1 + root): divides out what the two equations of the check leave. */
const inverseOfSpread = power(fieldSize - 1 - (logs.get(1 ^ power(1)) ?? 0));

/** Plain sum, and sum weighted by place: both are zero for a code without a typo. */
function syndromes(symbols: readonly number[]): readonly [sum: number, weighted: number] {
  let sum = 0;
  let weighted = 0;
  symbols.forEach((symbol, place) => {
    sum ^= symbol;
    weighted ^= times(symbol, power(place));
  });
  return [sum, weighted];
}

/** The two check pairs that make both sums zero, for places 16 and 17. */
function checkOf(data: readonly number[]): readonly [number, number] {
  const [sum, weighted] = syndromes(data);
  // a + b = sum and a·r^16 + b·r^17 = weighted, so b = (weighted / r^16 + sum) / (1 + r).
  const scaled = times(weighted, power(fieldSize - 1 - data.length));
  const b = times(scaled ^ sum, inverseOfSpread);
  return [sum ^ b, b];
}

/** @param bytes 20 random bytes. Returns nine groups of four, joined by hyphens. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const data = Array.from({ length: pairs - checkPairs }, (_, place) =>
    Number.parseInt(bits.slice(place * 10, place * 10 + 10), 2),
  );
  const letters = [...data, ...checkOf(data)]
    .map((symbol) => `${alphabet[symbol >> 5]}${alphabet[symbol & 31]}`)
    .join('');
  return groupsOf(letters).join('-');
}

const groupsOf = (letters: string): string[] =>
  Array.from({ length: Math.ceil(letters.length / groupLength) }, (_, group) =>
    letters.slice(group * groupLength, (group + 1) * groupLength),
  );

/** What a typed code is: its bytes, or what is wrong with it. Groups count from 1. */
export type RecoveryCodeRead =
  | { readonly is: 'code'; readonly bytes: Uint8Array }
  | { readonly is: 'length'; readonly letters: number }
  | { readonly is: 'typo'; readonly group: number | null };

/** Forgives case, spaces, hyphens and look-alikes (O for 0, I and L for 1). */
export function readRecoveryCode(typed: string): RecoveryCodeRead {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const characters = [...letters];
  if (characters.length !== codeLength) return { is: 'length', letters: characters.length };
  const values = characters.map((letter) => alphabet.indexOf(letter));
  const foreign = values.indexOf(-1);
  if (foreign >= 0) return { is: 'typo', group: Math.floor(foreign / groupLength) + 1 };
  const symbols = Array.from(
    { length: pairs },
    (_, place) => ((values[place * 2] ?? 0) << 5) | (values[place * 2 + 1] ?? 0),
  );
  const [sum, weighted] = syndromes(symbols);
  if (sum !== 0 || weighted !== 0) return { is: 'typo', group: suspectGroup(sum, weighted) };
  const bits = symbols
    .slice(0, pairs - checkPairs)
    .map((symbol) => symbol.toString(2).padStart(10, '0'))
    .join('');
  const bytes = Uint8Array.from({ length: recoveryCodeBytes }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2),
  );
  return { is: 'code', bytes };
}

/** The group of the one wrong pair that would explain both sums; null when no single one does. */
function suspectGroup(sum: number, weighted: number): number | null {
  const [logSum, logWeighted] = [logs.get(sum), logs.get(weighted)];
  if (logSum === undefined || logWeighted === undefined) return null;
  const place = (logWeighted - logSum + fieldSize - 1) % (fieldSize - 1);
  return place < pairs ? Math.floor(place / 2) + 1 : null;
}

/** The nine groups of a code, for showing it. */
export const recoveryCodeGroups = (code: string): readonly string[] => code.split('-');

/** The stable code of what is wrong with a typed recovery code, for its words; null when it is whole. */
export function recoveryCodeIssue(typed: string): string | null {
  const read = readRecoveryCode(typed);
  if (read.is === 'code') return null;
  if (read.is === 'length') return 'recovery-length';
  return read.group === null ? 'recovery-typo' : `recovery-group-${read.group}`;
}

/** The first eight digits of a vault's id, enough to tell one printed page from another. */
export const shortVaultId = (id: string): string => id.slice(0, 8).toUpperCase();

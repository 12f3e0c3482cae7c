const numbersOf = (version: string) => version.split('.').map(Number);

/** Orders versions of three numbers, older first: negative, zero or positive. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The version after this one: its last number raised. */
export function nextVersion(version: string): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  return `${major}.${minor}.${patch + 1}`;
}

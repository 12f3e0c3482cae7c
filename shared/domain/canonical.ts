import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON: the same value gives the same text everywhere, so that its hash means the value. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no JSON form');
  return text;
}

import { Set as Asn1Set, type BaseBlock, Constructed, fromBER, ObjectIdentifier, Sequence } from 'asn1js';
import { plainBytes } from './der.ts';

/** A decoded ASN.1 value, to be walked by position. */
export type Asn1 = BaseBlock;

/** Decodes one value and says how many bytes it took; undefined where there is none. */
export function readAsn1(bytes: Uint8Array): { readonly value: Asn1; readonly length: number } | undefined {
  const { offset, result } = fromBER(plainBytes(bytes));
  return offset <= 0 ? undefined : { value: result as Asn1, length: offset };
}

/** The members of a constructed value; none for any other. */
export const childrenOf = (value: Asn1 | undefined): readonly Asn1[] =>
  value instanceof Sequence || value instanceof Asn1Set || value instanceof Constructed
    ? (value.valueBlock.value as Asn1[])
    : [];

/** Walks down by positions. */
export const descend = (value: Asn1 | undefined, ...path: readonly number[]): Asn1 | undefined =>
  path.reduce<Asn1 | undefined>((at, position) => childrenOf(at)[position], value);

/** The value's own bytes, tag and length included, as they were read. */
export const rawOf = (value: Asn1): Uint8Array => value.valueBeforeDecodeView;

/** The dotted text of an object identifier; '' for anything else. */
export const oidOf = (value: Asn1 | undefined): string =>
  value instanceof ObjectIdentifier ? value.getValue() : '';

import type { GuidancePack } from '#shared/domain/guidance-pack.ts';

/** SHA-256 of a text, as hex. Whoever calls brings it: it differs between Node and a page. */
export type HashText = (text: string) => string;

/** A UUID (version 8, of one's own making) that is the same for the same text for ever. */
export function guidOf(hash: HashText, text: string): string {
  const hex = hash(`waymark-guidance/${text}`);
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The permanent names of a pack's parts: those it came with, and for the rest made from its id and their codes. */
export function guidsOf(
  pack: Pick<GuidancePack, 'id' | 'identifiers'>,
  hash: HashText,
): (of: string) => string {
  const given = new Map((pack.identifiers ?? []).map(({ of, identifier }) => [of, identifier]));
  return (of) => given.get(of) ?? guidOf(hash, `${pack.id}/${of}`);
}

import type { Link } from '../evidence.ts';
import type { GuidancePack } from '../guidance-pack.ts';

export type MovedLinks = {
  readonly links: readonly Link[];
  /** Codes that the other guidance does not have. */
  readonly foreign: readonly string[];
  /** Codes under which the other guidance has another capability. */
  readonly leftOut: readonly string[];
};

type Capabilities = Pick<GuidancePack, 'id' | 'version' | 'capabilities'>;

/**
 * An item's links under another guidance. The same code and title: the same capability. A code that guidance does not
 * have stays as it is named, and is shown as not in the guidance. A code that means something else there does not go
 * along: it would claim what nobody said.
 */
export function movedLinks(links: readonly Link[], from: Capabilities, to: Capabilities): MovedLinks {
  if (from.id === to.id && from.version === to.version) return { links, foreign: [], leftOut: [] };
  const titles = ({ capabilities }: Capabilities) =>
    new Map(capabilities.map(({ code, title }) => [code, title]));
  const [here, there] = [titles(from), titles(to)];
  const isOther = ({ capability }: Link) =>
    here.has(capability) && there.has(capability) && here.get(capability) !== there.get(capability);
  const kept = links.filter((link) => !isOther(link));
  return {
    links: kept.length === links.length ? links : kept,
    foreign: kept.filter(({ capability }) => !there.has(capability)).map(({ capability }) => capability),
    leftOut: links.filter(isOther).map(({ capability }) => capability),
  };
}

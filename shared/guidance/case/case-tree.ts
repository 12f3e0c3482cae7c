import { failure } from '#shared/domain/failure.ts';
import type { CaseItem, CasePackage } from './case-schema.ts';

export type CaseNode = { readonly item: CaseItem; readonly children: readonly CaseNode[] };
export type CaseTree = {
  readonly roots: readonly CaseNode[];
  /** Items that stand under more than one other: the first is kept. */
  readonly elsewhere: readonly CaseItem[];
  /** Associations that say something else than what stands under what. */
  readonly otherLinks: number;
};

const orderOf = (sequence: number | string | null | undefined): number => {
  const order = sequence === '' || sequence == null ? Number.NaN : Number(sequence);
  return Number.isNaN(order) ? Number.POSITIVE_INFINITY : order;
};

type Place = { readonly parent: string; readonly order: number };

function placesOf({ CFDocument, CFItems, CFAssociations }: CasePackage) {
  const items = new Map<string, CaseItem>();
  for (const item of CFItems ?? []) {
    const { identifier } = item;
    if (identifier === CFDocument.identifier || items.has(identifier))
      throw failure('GUIDANCE_REFUSED', { why: 'wrong-shape', at: identifier });
    items.set(identifier, item);
  }
  const places = new Map<string, Place>();
  const elsewhere: CaseItem[] = [];
  let otherLinks = 0;
  for (const { associationType, originNodeURI, destinationNodeURI, sequenceNumber } of CFAssociations ?? []) {
    if (associationType !== 'isChildOf') {
      otherLinks += 1;
      continue;
    }
    const [child, parent] = [originNodeURI.identifier, destinationNodeURI.identifier];
    const item = items.get(child);
    if (item === undefined) throw failure('GUIDANCE_REFUSED', { why: 'missing-node', at: child });
    if (parent !== CFDocument.identifier && !items.has(parent))
      throw failure('GUIDANCE_REFUSED', { why: 'missing-node', at: parent });
    if (places.has(child)) elsewhere.push(item);
    else places.set(child, { parent, order: orderOf(sequenceNumber) });
  }
  return { items, places, elsewhere, otherLinks };
}

/** Each item leads up to the document, or to nothing; never back to itself. */
function refuseCircles(document: string, places: ReadonlyMap<string, Place>): void {
  const sound = new Set([document]);
  for (const start of places.keys()) {
    const way = new Set<string>();
    for (
      let at: string | undefined = start;
      at !== undefined && !sound.has(at);
      at = places.get(at)?.parent
    ) {
      if (way.has(at)) throw failure('GUIDANCE_REFUSED', { why: 'cycle', at });
      way.add(at);
    }
    for (const one of way) sound.add(one);
  }
}

/**
 * A package's items as a tree, siblings by their sequence numbers. Items that stand under nothing are roots, as some
 * systems leave the document out. Fails with GUIDANCE_REFUSED.
 */
export function caseTree(framework: CasePackage): CaseTree {
  const document = framework.CFDocument.identifier;
  const { items, places, elsewhere, otherLinks } = placesOf(framework);
  if (items.size === 0) throw failure('GUIDANCE_REFUSED', { why: 'no-items', at: '' });
  refuseCircles(document, places);
  const under = new Map<string, { readonly item: CaseItem; readonly order: number }[]>();
  for (const [id, item] of items) {
    const { parent, order } = places.get(id) ?? { parent: document, order: Number.POSITIVE_INFINITY };
    const siblings = under.get(parent) ?? [];
    siblings.push({ item, order });
    under.set(parent, siblings);
  }
  // As deep as a hostile file makes it: built from the leaves up, without recursion.
  const nodes = new Map<string, CaseNode & { readonly children: CaseNode[] }>(
    [...items].map(([id, item]) => [id, { item, children: [] }]),
  );
  const sorted = (parent: string) =>
    (under.get(parent) ?? [])
      .map((one, at) => ({ ...one, at }))
      .sort((a, b) => (a.order === b.order ? a.at - b.at : a.order - b.order))
      .flatMap(({ item }) => nodes.get(item.identifier) ?? []);
  for (const [id, node] of nodes) node.children.push(...sorted(id));
  return { roots: sorted(document), elsewhere, otherLinks };
}

/** A node's descendants in reading order, it itself left out. */
export function descendantsOf({ children }: CaseNode): readonly CaseNode[] {
  const found: CaseNode[] = [];
  const waiting = children.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    waiting.push(...next.children.toReversed());
  }
  return found;
}

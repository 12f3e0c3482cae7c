import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import type {
  CapabilityFate,
  GuidanceChange,
  LinkMapping,
  MovePreview,
  NamedCapability,
} from '#shared/domain/guidance-change.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { FormerCapability, Portfolio } from '#shared/domain/portfolio.ts';
import type { Review } from '#shared/domain/review.ts';
import { addedIn, fateOf, ruleChanges } from '#shared/guidance/compare-packs.ts';
import { linksMoved, parkedCode } from '#shared/guidance/move-links.ts';
import { isShipped } from '#shared/guidance/packs.ts';
import { followShelf } from '../follow-shelf.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { reviewsMoved } from './move-reviews.ts';
import { packHere } from './packs-here.ts';

const invalid = (issues: readonly Issue[]) => failure('INVALID', { issues });
const named = ({ id, title, version }: GuidancePack) => ({ id, title, version });
const guidanceName = ({ title, version }: GuidancePack) => `${title} ${version}`;

/** How many links name each code, of all items: those in the trash and drafts too. */
function linkCounts(store: PortfolioStore): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { links } of store.all('evidence').values())
    for (const { capability } of links) counts.set(capability, (counts.get(capability) ?? 0) + 1);
  return counts;
}

/** What links can name: the guidance in use, and what they name beside it. */
function nameable(
  { store, pack }: OpenPortfolio,
  counts: ReadonlyMap<string, number>,
): readonly NamedCapability[] {
  const known = new Set(pack.capabilities.map(({ code }) => code));
  const former = new Map(portfolioOf(store).former?.map(({ code, title }) => [code, title]));
  const beside = [...counts.keys()].filter((code) => !known.has(code)).sort();
  return [
    ...pack.capabilities.map(({ code, title }) => ({ code, title })),
    ...beside.map((code) => ({ code, title: former.get(code) ?? '' })),
  ];
}

const fatesOf = (portfolio: OpenPortfolio, to: GuidancePack): readonly CapabilityFate[] => {
  const counts = linkCounts(portfolio.store);
  return nameable(portfolio, counts).map((one) => fateOf(one, to, counts.get(one.code) ?? 0));
};

function targetOf(session: Session, { pack: from }: OpenPortfolio, id: string): GuidancePack {
  const { pack: to } = packHere(session.vault(), id);
  if (to.id === from.id && to.version === from.version)
    throw invalid([{ path: ['packId'], code: 'same-guidance' }]);
  return to;
}

/** What other guidance asks, has and has not, beside the one in use. Fails with NOT_FOUND and INVALID. */
export function compareGuidance(session: Session, portfolio: OpenPortfolio, packId: string): GuidanceChange {
  const to = targetOf(session, portfolio, packId);
  return {
    from: named(portfolio.pack),
    to: named(to),
    capabilities: fatesOf(portfolio, to),
    added: addedIn(portfolio.pack.capabilities, to),
    rules: ruleChanges(portfolio.pack, to),
    targets: to.capabilities.map(({ code, title }) => ({ code, title })),
  };
}

type Plan = {
  readonly portfolio: Portfolio;
  readonly items: readonly EvidenceItem[];
  readonly reviews: readonly Review[];
  readonly preview: MovePreview;
};

/** Where each code goes, and what is to be remembered of those that stay unmapped. */
function codeMove(
  fates: readonly CapabilityFate[],
  mapping: LinkMapping,
  from: GuidancePack,
  to: GuidancePack,
) {
  const chosen = new Map(mapping.map((one) => [one.from, one.to]));
  const there = new Set(to.capabilities.map(({ code }) => code.toLowerCase()));
  const taken = new Set([...there, ...fates.map((fate) => fate.from.code.toLowerCase())]);
  const goes = new Map<string, string>();
  const asides = new Map<string, string>();
  const unmapped = new Set<string>();
  for (const {
    from: { code },
    fate,
    to: suggested,
  } of fates) {
    const aside = there.has(code.toLowerCase()) ? parkedCode(code, taken) : code;
    taken.add(aside.toLowerCase());
    asides.set(code, aside);
    const choice = fate === 'same' ? suggested : chosen.has(code) ? (chosen.get(code) ?? null) : suggested;
    goes.set(code, choice ?? aside);
    if (choice === null) unmapped.add(code);
  }
  const remembered = new Map<string, FormerCapability>(
    fates.map(({ from: { code, title } }) => [
      asides.get(code) ?? code,
      { code: asides.get(code) ?? code, title, guidance: guidanceName(from), was: code },
    ]),
  );
  return { to: goes, aside: (code: string) => asides.get(code) ?? code, unmapped, remembered };
}

function refuseUnknown(mapping: LinkMapping, to: GuidancePack): void {
  const codes = new Set(to.capabilities.map(({ code }) => code));
  const issues = mapping.flatMap((one, at) =>
    one.to === null || codes.has(one.to) ? [] : [{ path: ['mapping', at, 'to'], code: 'unknown-capability' }],
  );
  if (issues.length > 0) throw invalid(issues);
}

function planOf(open: OpenPortfolio, to: GuidancePack, mapping: LinkMapping, at: string): Plan {
  refuseUnknown(mapping, to);
  // Of two versions side by side nobody could say which is meant.
  if (open.store.conflicts().length > 0) throw invalid([{ path: ['portfolioId'], code: 'in-conflict' }]);
  const fates = fatesOf(open, to);
  const move = codeMove(fates, mapping, open.pack, to);
  const items: EvidenceItem[] = [];
  const used = new Set<string>();
  let [moved, kept, unmapped] = [0, 0, 0];
  for (const item of open.store.all('evidence').values()) {
    const links = linksMoved(item.links, move);
    for (const { capability } of item.links) {
      if (move.unmapped.has(capability)) unmapped += 1;
      else if (move.to.get(capability) === capability) kept += 1;
      else moved += 1;
    }
    for (const { capability } of links) used.add(capability);
    const isSame =
      links.length === item.links.length && links.every((link, index) => link === item.links[index]);
    if (!isSame) items.push({ ...item, links, updatedAt: at });
  }
  const { reviews, told } = reviewsMoved(open.store, move, at);
  for (const { judgements } of reviews) for (const { capability } of judgements) used.add(capability);
  const { pack: _copy, former: before = [], ...rest } = portfolioOf(open.store);
  const codes = new Set(to.capabilities.map(({ code }) => code));
  const foreign = [...used].filter((code) => !codes.has(code)).sort();
  const former = foreign.flatMap((code) => {
    const known = before.find((one) => one.code === code) ?? move.remembered.get(code);
    return known === undefined ? [] : [known];
  });
  const portfolio: Portfolio = {
    ...rest,
    packId: to.id,
    packVersion: to.version,
    ...(isShipped(to) ? {} : { pack: to }),
    ...(former.length === 0 ? {} : { former }),
  };
  const preview = {
    items: items.length,
    moved,
    kept,
    unmapped,
    ...(told.length === 0 ? {} : { reviews: told }),
  };
  return { portfolio, items, reviews, preview };
}

export type MoveWish = { readonly packId: string; readonly mapping: LinkMapping };

/** What moving to other guidance would do; nothing is written. Fails with NOT_FOUND and INVALID. */
export function previewMove(session: Session, open: OpenPortfolio, wish: MoveWish): MovePreview {
  return planOf(open, targetOf(session, open, wish.packId), wish.mapping, '').preview;
}

/**
 * Moves a portfolio to other guidance, or a newer version of its own: the copy of the guidance, every link and what
 * reviews that are not signed say of capabilities, as one
 * line that can be taken back. Fails with NOT_FOUND when that version is not the one here any more, and INVALID.
 */
export function movePortfolio(
  ports: Pick<Ports, 'clock'>,
  session: Session,
  open: OpenPortfolio,
  wish: MoveWish & { readonly version: string },
): Promise<MovePreview> {
  return open.inTurn(async () => {
    const to = targetOf(session, open, wish.packId);
    if (to.version !== wish.version) throw failure('NOT_FOUND', { what: 'guidance' });
    const { portfolio, items, reviews, preview } = planOf(
      open,
      to,
      wish.mapping,
      ports.clock.now().toISOString(),
    );
    await open.store.commit('guidance.move', [
      { collection: 'portfolio', id: portfolio.id, value: portfolio },
      ...items.map((value) => ({ collection: 'evidence' as const, id: value.id, value })),
      ...reviews.map((value) => ({ collection: 'reviews' as const, id: value.id, value })),
    ]);
    await followShelf(session.vault(), portfolio);
    return preview;
  });
}

import { bothFiles, type EvidenceItem } from '#shared/domain/evidence.ts';
import { movedLinks } from '#shared/domain/evidence-list/moved-links.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import type { Id } from '#shared/domain/ids.ts';
import { contentOf } from '#shared/domain/merge/revision-content.ts';
import type { Move, MovePlan } from '#shared/domain/moves.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { makeBackup } from '../make-backup.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { inBothTurns } from './both-turns.ts';
import { carryFiles } from './carry-files.ts';
import { writeMove } from './write-move.ts';

const backedUpAbove = 20; // items moved at once

const invalid = (issues: readonly Issue[]) => failure('INVALID', { issues });

type Ends = { readonly from: OpenPortfolio; readonly to: OpenPortfolio };

async function endsOf(session: Session, from: Id, to: Id): Promise<Ends> {
  if (from === to) throw invalid([{ path: ['to'], code: 'same-portfolio' }]);
  return { from: await session.portfolio(from), to: await session.portfolio(to) };
}

const foundIn = ({ store }: OpenPortfolio, ids: readonly Id[]): readonly EvidenceItem[] =>
  [...new Set(ids)].map((id) => {
    const item = store.get('evidence', id);
    if (item === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
    return item;
  });

/** What moving these would do; nothing is written. Fails with NOT_FOUND and INVALID. */
export async function planMove(session: Session, from: Id, to: Id, ids: readonly Id[]): Promise<MovePlan> {
  const ends = await endsOf(session, from, to);
  const items = foundIn(ends.from, ids);
  const links = items.map((item) => movedLinks(item.links, ends.from.pack, ends.to.pack));
  const files = new Map(
    items.flatMap(({ attachments }) => attachments.flatMap(bothFiles).map(({ hash, size }) => [hash, size])),
  );
  return {
    items: items.length,
    files: files.size,
    bytes: [...files.values()].reduce((sum, size) => sum + size, 0),
    foreign: links.flatMap(({ foreign }) => foreign),
    leftOut: links.flatMap(({ leftOut }) => leftOut),
  };
}

/** Of two versions side by side nobody could say which is moved; and an item can be in a portfolio once. */
function refuseUnsuited({ from, to }: Ends, items: readonly EvidenceItem[]): void {
  const issues = items.flatMap(({ id }, index): readonly Issue[] => {
    if (from.store.heads('evidence', id).length > 1) return [{ path: ['ids', index], code: 'in-conflict' }];
    return to.store.get('evidence', id) === undefined
      ? []
      : [{ path: ['ids', index], code: 'already-there' }];
  });
  if (issues.length > 0) throw invalid(issues);
}

const shownIn = (store: PortfolioStore, id: Id) => store.heads('evidence', id)[0]?.revision ?? '';

/** The version an item arrives as, where it is not the one that left: its links are others, or it has been there before. */
function arrivalOf(
  ports: Ports,
  session: Session,
  { from, to }: Ends,
  item: EvidenceItem,
): readonly TravelRevision[] {
  const { links } = movedLinks(item.links, from.pack, to.pack);
  const before = to.store.heads('evidence', item.id).map(({ revision }) => revision);
  if (links === item.links && before.length === 0) return [];
  const at = ports.clock.now().toISOString();
  const value = links === item.links ? item : { ...item, links, updatedAt: at };
  const name = { collection: 'evidence', id: item.id };
  const parents = [...new Set([...before, shownIn(from.store, item.id)])].sort();
  const { id, name: by } = session.profile() ?? { id: '', name: '' };
  return [
    {
      ...name,
      parents,
      value,
      revision: ports.hash(contentOf({ ...name, parents, value })),
      by: { id, name: by, at },
    },
  ];
}

/** Every version of the items, and what was signed and said of them: in the other portfolio their past is whole. */
async function travelling(ports: Ports, session: Session, ends: Ends, items: readonly EvidenceItem[]) {
  const ids = new Set(items.map(({ id }) => id));
  const { store } = ends.from;
  const seals = [...store.all('seals').values()].filter(
    ({ subjectId, statement }) => statement?.collection === 'evidence' && ids.has(subjectId),
  );
  const feedback = [...store.all('feedback').values()].filter(({ item }) => ids.has(item));
  const past = await store.history.travel(
    [
      ...items.map(({ id }) => ({ collection: 'evidence', id })),
      ...seals.map(({ id }) => ({ collection: 'seals', id })),
      ...feedback.map(({ id }) => ({ collection: 'feedback', id })),
    ],
    'all',
  );
  return [...past, ...items.flatMap((item) => arrivalOf(ports, session, ends, item))];
}

/**
 * Moves items to another portfolio of the vault, all or none: their files first, then the records. A backup is made
 * before many are moved. Fails with NOT_FOUND, INVALID (`same-portfolio`, `already-there`, `in-conflict`), READ_ONLY
 * after a move that went wrong half-way, and as `makeBackup`.
 */
export async function moveItems(
  ports: Ports,
  session: Session,
  asked: { readonly from: Id; readonly to: Id; readonly ids: readonly Id[] },
): Promise<{ readonly moved: number }> {
  const ends = await endsOf(session, asked.from, asked.to);
  const { from, to } = ends;
  refuseUnsuited(ends, foundIn(from, asked.ids));
  if (asked.ids.length > backedUpAbove) await makeBackup(ports, session, 'before-bulk-delete');
  // The long part, while work goes on; what is attached meanwhile is carried below.
  await carryFiles(from.store, to.store, foundIn(from, asked.ids));
  return inBothTurns(from, to, async () => {
    const items = foundIn(from, asked.ids);
    refuseUnsuited(ends, items);
    await carryFiles(from.store, to.store, items);
    const [id, at] = [ports.newId(), ports.clock.now().toISOString()];
    const incoming = await travelling(ports, session, ends, items);
    const move: Move = {
      id,
      at,
      from: portfolioOf(from.store).id,
      to: portfolioOf(to.store).id,
      items: items.map((item) => ({ id: item.id, revision: shownIn(from.store, item.id) })),
      action: 'evidence.move-out',
      about: { moved: { id, portfolio: asked.to, way: 'out' } },
    };
    await writeMove(
      ports,
      session.vault(),
      move,
      () => to.store.merge('evidence.move-in', incoming, { moved: { id, portfolio: asked.from, way: 'in' } }),
      () =>
        from.store.commit(
          move.action,
          items.map((item) => ({ collection: 'evidence', id: item.id, value: null })),
          move.about,
        ),
    );
    return { moved: items.length };
  });
}

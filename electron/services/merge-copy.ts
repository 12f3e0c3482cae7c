import type { MergedResult, MergePreview } from '#shared/contract/backups.ts';
import { isFailure } from '#shared/domain/failure.ts';
import type { MergeSummary } from '#shared/domain/revisions.ts';
import { type JobTools, stopIfCancelled } from './jobs.ts';
import { makeBackup } from './make-backup.ts';
import type { CopySource, OtherCopy } from './ports/backups.ts';
import type { RecordStore } from './ports/store.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';
import { settleProfile } from './settle-profile.ts';

const linesAtOnce = 500;

/** Every version of every record a store ever had. */
async function everything<R>(store: RecordStore<R>) {
  const records = new Map<string, { readonly collection: string; readonly id: string }>();
  let before: number | null = null;
  for (;;) {
    const lines = await store.history.lines(before, linesAtOnce);
    for (const { changes } of lines) {
      for (const { collection, id } of changes) records.set(`${collection}/${id}`, { collection, id });
    }
    const last = lines.at(-1);
    if (last === undefined || lines.length < linesAtOnce) break;
    before = last.seq;
  }
  // What one vault was restored from is no news to another: it would excuse what is missing there.
  const told = [...records.values()].filter(({ collection }) => collection !== 'restores');
  return store.history.travel(told, 'all');
}

type Counts = MergeSummary['counts'];
const added = (a: Counts, b: Counts): Counts => ({
  known: a.known + b.known,
  new: a.new + b.new,
  changed: a.changed + b.changed,
  conflicting: a.conflicting + b.conflicting,
});

async function withCopy<T>(
  session: Session,
  source: CopySource,
  work: (copy: OtherCopy) => Promise<T>,
): Promise<T> {
  const copy = await session.vault().openCopy(source);
  try {
    return await work(copy);
  } finally {
    await copy.close();
  }
}

const isDamage = (thrown: unknown) => isFailure(thrown) && thrown.failure === 'VAULT_DAMAGED';

/**
 * What is to become of a portfolio of the copy. By its folder, not the shelf: a merge that was stopped half-way may have
 * brought a portfolio and not yet listed it. One that is damaged here is left alone: the others are brought in.
 */
async function standingOf(session: Session, id: string): Promise<'here' | 'new' | 'damaged'> {
  try {
    return (await session.vault().openPortfolio(id)) === undefined ? 'new' : 'here';
  } catch (thrown) {
    if (isDamage(thrown)) return 'damaged';
    throw thrown;
  }
}

const nothing: MergePreview = {
  counts: { known: 0, new: 0, changed: 0, conflicting: 0 },
  newPortfolios: 0,
  damaged: 0,
};

/** What merging another version of this vault would do. Nothing is written. */
export const previewCopy = (session: Session, source: CopySource, { progress, signal }: JobTools) =>
  withCopy(session, source, async (copy): Promise<MergePreview> => {
    let { counts, newPortfolios, damaged } = { ...nothing, damaged: copy.damaged.length };
    if (copy.profile !== undefined) {
      const incoming = await everything(copy.profile);
      counts = added(counts, (await session.vault().profile.planMerge(incoming)).counts);
    }
    let done = 0;
    for (const [id, theirs] of copy.portfolios) {
      stopIfCancelled(signal);
      progress('merging', done, copy.portfolios.size);
      done += 1;
      const standing = await standingOf(session, id);
      if (standing === 'damaged') damaged += 1;
      else if (standing === 'new') newPortfolios += 1;
      else {
        const { store } = await session.portfolio(id);
        counts = added(counts, (await store.planMerge(await everything(theirs))).counts);
      }
    }
    return { counts, newPortfolios, damaged };
  });

/**
 * Merges another version of this vault, after a backup: every version of every record is kept, what was changed in both is
 * shown side by side, nothing here is overwritten. Doing it again changes nothing.
 */
export async function mergeCopy(
  ports: Ports,
  session: Session,
  source: CopySource,
  { progress, signal }: JobTools,
): Promise<MergedResult> {
  await makeBackup(ports, session, 'before-import', { signal });
  return withCopy(session, source, async (copy): Promise<MergedResult> => {
    let { counts, newPortfolios, damaged } = { ...nothing, damaged: copy.damaged.length };
    const steps: { readonly portfolioId: string; readonly seq: number }[] = [];
    // Files first, all of them: where one is spoilt, the copy is refused before any record of it is taken.
    for (const id of copy.portfolios.keys()) {
      stopIfCancelled(signal);
      if ((await standingOf(session, id)) === 'here') await copy.bringAttachments(id);
    }
    let done = 0;
    for (const [id, theirs] of copy.portfolios) {
      stopIfCancelled(signal);
      progress('merging', done, copy.portfolios.size);
      done += 1;
      const standing = await standingOf(session, id);
      if (standing === 'damaged') damaged += 1;
      else if (standing === 'new') {
        await copy.adopt(id);
        newPortfolios += 1;
      } else {
        const portfolio = await session.portfolio(id);
        const incoming = await everything(theirs);
        const { store } = portfolio;
        const { head, summary, before } = await portfolio.inTurn(async () => ({
          before: store.head().entries,
          ...(await store.merge('import.copy', incoming)),
        }));
        counts = added(counts, summary.counts);
        if (head.entries > before) steps.push({ portfolioId: id, seq: head.entries });
      }
    }
    // Last: what the shelf lists is there by then.
    if (copy.profile !== undefined) {
      const { summary } = await session.vault().profile.merge('import.copy', await everything(copy.profile));
      counts = added(counts, summary.counts);
      await settleProfile(session.vault());
    }
    return { counts, newPortfolios, damaged, steps };
  });
}

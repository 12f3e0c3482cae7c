import { type CoverageIndex, createCoverageIndex } from '#shared/domain/coverage/coverage-index.ts';
import { createEvidenceIndex, type EvidenceIndex } from '#shared/domain/evidence-list/evidence-index.ts';
import { queryContextOf } from '#shared/domain/evidence-list/query/context.ts';
import { failure } from '#shared/domain/failure.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Id } from '#shared/domain/ids.ts';
import { createInTurn, type InTurn } from '#shared/domain/in-turn.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import type { Profile } from '#shared/domain/profile.ts';
import { createFeedbackIndex, type FeedbackIndex } from '#shared/domain/supervision/feedback-index.ts';
import { countingOf } from '#shared/guidance/counting.ts';
import { packFor } from '#shared/guidance/packs.ts';
import { createTexts, type Texts } from './documents/texts.ts';
import { createStandings, type Standings } from './identifiers/standings.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { finishMoves } from './moves/finish-moves.ts';
import type { OpenVault, PortfolioStore, Ports } from './ports.ts';
import { contentOf } from './supervision/content-of.ts';
import { warmList } from './warm-list.ts';

/** A portfolio in use: its records, its pack, and indexes that follow every commit. */
export type OpenPortfolio = {
  readonly store: PortfolioStore;
  /** The guidance in use now: a portfolio may move to another version while it is open. */
  readonly pack: GuidancePack;
  readonly evidence: EvidenceIndex;
  readonly coverage: () => CoverageIndex;
  /**
   * For every change that reads a record and writes it back. A commit changes memory only when it is on disk: two such
   * changes at once would both start from the same record, and the later would undo the earlier.
   */
  readonly inTurn: InTurn;
  /** The words of the attached files. */
  readonly texts: Texts;
  /** Where its items stand with the identifier check. */
  readonly identifiers: Standings;
  /** What was said of its items. */
  readonly feedback: FeedbackIndex;
};

/** The one vault that is open at a time, and its portfolios. */
export type Session = {
  /** Long work; stopped and forgotten when the vault is closed. */
  readonly jobs: Jobs;
  readonly current: () => OpenVault | undefined;
  /** Fails with LOCKED. */
  readonly vault: () => OpenVault;
  readonly profile: () => Profile | undefined;
  /** Opens on first use. Fails with LOCKED and NOT_FOUND. */
  readonly portfolio: (id: Id) => Promise<OpenPortfolio>;
  readonly open: (vault: OpenVault, onClose?: () => Promise<void>) => void;
  readonly adopt: (id: Id, store: PortfolioStore) => void;
  /** As a portfolio's, for changes to the vault's own records. */
  readonly inTurn: InTurn;
  /** Waits for changes under way, then closes: what was begun is on disk or was refused, never half done. */
  readonly close: () => Promise<void>;
  /** What is to be forgotten each time a vault is closed. */
  readonly whenClosed: (forget: () => void) => void;
  /** Resolves when no vault is being closed any more: until then its folder is still ours. */
  readonly closed: () => Promise<void>;
  readonly isSample: () => boolean;
};

export function portfolioOf(store: PortfolioStore): Portfolio {
  const [portfolio] = store.all('portfolio').values();
  if (portfolio === undefined) throw failure('NOT_FOUND', { what: 'portfolio' });
  return portfolio;
}

function guidanceOf(store: PortfolioStore): GuidancePack {
  const pack = packFor(portfolioOf(store));
  if (pack === undefined) throw failure('NOT_FOUND', { what: 'guidance' });
  return pack;
}

const codesOf = ({ capabilities }: GuidancePack) => capabilities.map(({ code }) => code);

function prepare(
  ports: Pick<Ports, 'hash'>,
  store: PortfolioStore,
  texts: Texts,
  identifiers: Standings,
  isOpen: () => boolean,
): OpenPortfolio {
  let pack = guidanceOf(store);
  let codes = codesOf(pack);
  const feedback = createFeedbackIndex(
    { get: (id) => store.get('evidence', id), contentOf: (item) => contentOf(ports, item) },
    store.all('feedback').values(),
  );
  const evidence = createEvidenceIndex({
    capabilities: () => codes,
    context: () => queryContextOf(pack, portfolioOf(store).former),
    texts,
    checkOf: (id) => identifiers.of(id)?.state,
    feedbackOf: (id) => feedback.standing(id).state,
  });
  identifiers.onChanged(evidence.checksChanged);
  const items = [...store.all('evidence').values()];
  for (const item of items) evidence.apply(undefined, item);
  const settleSoon = warmList(evidence, isOpen);
  texts.onArrived((file) => {
    evidence.arrived(file);
    settleSoon();
  });
  const freshCoverage = () => {
    const index = createCoverageIndex(pack, countingOf(pack, portfolioOf(store)));
    for (const item of store.all('evidence').values()) index.apply(undefined, item);
    return index;
  };
  let coverage = freshCoverage();
  const known = new Map(items.map((item) => [item.id, item]));
  store.onCommit((changes) => {
    for (const change of changes) {
      if (change.collection === 'feedback') {
        feedback.apply(change.id, change.value);
        evidence.feedbackChanged();
      }
      if (change.collection !== 'evidence') continue;
      feedback.itemChanged(change.id);
      const after = change.value ?? undefined;
      const before = known.get(change.id);
      evidence.apply(before, after);
      coverage.apply(before, after);
      if (after === undefined) known.delete(change.id);
      else known.set(change.id, after);
    }
    // Last: it counts everything as it is now.
    if (changes.some(({ collection }) => collection === 'portfolio')) {
      pack = guidanceOf(store);
      codes = codesOf(pack);
      coverage = freshCoverage();
    }
  });
  return {
    store,
    get pack() {
      return pack;
    },
    evidence,
    coverage: () => coverage,
    inTurn: createInTurn(),
    texts,
    identifiers,
    feedback,
  };
}

/** What is done by itself around a vault. None of it may fail. */
export type Keeping = {
  readonly opened: (vault: OpenVault) => void;
  /** After each save, in whichever store. */
  readonly saved: (vault: OpenVault) => void;
  /** Before the vault's files are released; nobody can reach it any more. */
  readonly closing: (vault: OpenVault) => Promise<void>;
};
const noKeeping: Keeping = {
  opened: () => undefined,
  saved: () => undefined,
  closing: async () => undefined,
};

/** Makes an empty session. Everything a service knows of the vault, it asks here. */
export function createSession(
  ports: Pick<Ports, 'newId' | 'log' | 'documents' | 'hash'>,
  keeping: () => Keeping = () => noKeeping,
  /** Whether attached files are read by themselves, soon after they come. */
  readFiles = false,
): Session {
  const jobs = createJobs(ports);
  let vault: OpenVault | undefined;
  let whenClosed: (() => Promise<void>) | undefined;
  const inTurn = createInTurn();
  const finishing = createInTurn();
  const portfolios = new Map<Id, Promise<OpenPortfolio>>();

  const opened = () => {
    if (vault === undefined) throw failure('LOCKED', {});
    return vault;
  };
  const profile = () => (vault === undefined ? undefined : [...vault.profile.all('profile').values()][0]);

  const load = async (id: Id): Promise<OpenPortfolio> => {
    const store = await opened().openPortfolio(id);
    if (store === undefined) throw failure('NOT_FOUND', { what: 'portfolio' });
    const open = opened();
    await finishing(() => finishMoves(ports, open, id));
    return adopted(store);
  };
  const adopted = (store: PortfolioStore) => {
    const open = opened();
    store.onCommit(() => keeping().saved(open));
    const texts = createTexts(ports, store, readFiles);
    const about = () => portfolioOf(store);
    const identifiers = createStandings(ports, { store, about }, open, readFiles);
    return prepare(ports, store, texts, identifiers, () => vault === open);
  };
  let closing: Promise<void> = Promise.resolve();
  const forgotten: (() => void)[] = [];

  return {
    jobs,
    whenClosed: (forget) => forgotten.push(forget),
    closed: () => closing,
    current: () => vault,
    vault: opened,
    profile,
    isSample: () => profile()?.sample ?? false,
    portfolio: (id) => {
      opened();
      const pending = portfolios.get(id) ?? load(id);
      portfolios.set(id, pending);
      // A failed opening must not be remembered: the next try may find the folder mended.
      pending.catch(() => portfolios.delete(id));
      return pending;
    },
    adopt: (id, store) => portfolios.set(id, Promise.resolve(adopted(store))),
    inTurn,
    open: (next, onClose) => {
      vault = next;
      whenClosed = onClose;
      next.profile.onCommit(() => keeping().saved(next));
      keeping().opened(next);
    },
    close: () => {
      const work = closing.then(async () => {
        // First, while what it works on is still open.
        await jobs.end();
        const last = vault;
        const after = whenClosed;
        vault = undefined;
        whenClosed = undefined;
        const busy = [...portfolios.values()].map(async (pending) => {
          const portfolio = await pending;
          await Promise.all([portfolio.texts.close(), portfolio.identifiers.close()]);
          await portfolio.inTurn(async () => undefined);
        });
        portfolios.clear();
        await Promise.allSettled([...busy, inTurn(async () => undefined)]);
        for (const forget of forgotten) forget();
        if (last !== undefined) await keeping().closing(last);
        await last?.close();
        await after?.();
      });
      closing = work.catch(() => undefined);
      return work;
    },
  };
}

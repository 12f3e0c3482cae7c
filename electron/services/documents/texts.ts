import type { KeptText } from '#shared/domain/documents/kept-text.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { JobTools } from '../jobs.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { loadText, readText } from './kept-text.ts';

export type TextsState = {
  /** Attached files there are words to be had of, or not: each counted once. */
  readonly files: number;
  readonly read: number;
  readonly failed: readonly { readonly hash: Sha256; readonly failure: NonNullable<KeptText['failure']> }[];
  readonly running: boolean;
};

/** The words of a portfolio's attached files, as far as they have been read. */
export type Texts = {
  /** Undefined when the file has not been read yet, or cannot be; empty when there are no words in it. */
  readonly of: (hash: Sha256) => string | undefined;
  /** As `of`, page by page. */
  readonly pagesOf: (hash: Sha256) => readonly string[] | undefined;
  /** What a file was found to be, without opening it. Undefined: it has not been read yet. */
  readonly standing: (
    hash: Sha256,
  ) => { readonly state: 'read' | 'encrypted' | 'malformed'; readonly pages: number } | undefined;
  /** Called once for each file that was read, those of earlier days included. Returns its own remover. */
  readonly onArrived: (listener: (hash: Sha256) => void) => () => void;
  readonly state: () => TextsState;
  /** One file's words, read now where they were not yet. Undefined when it is not kept here. */
  readonly have: (hash: Sha256, signal?: AbortSignal) => Promise<KeptText | undefined>;
  /** Reads what has not been read. A file that cannot be is noted, and the next one follows. Fails with CANCELLED. */
  readonly readAll: (tools: JobTools) => Promise<void>;
  /** Stops and waits until nothing is being read. */
  readonly close: () => Promise<void>;
};

// The first look at a portfolio, and a form that saves every few seconds, come before reading its files.
const soon = 1500; // milliseconds

/** @param byItself whether files are read soon after they come, without anybody asking. */
export function createTexts(
  ports: Pick<Ports, 'documents' | 'log'>,
  store: PortfolioStore,
  byItself: boolean,
): Texts {
  const known = new Map<Sha256, KeptText>();
  const listeners = new Set<(hash: Sha256) => void>();
  const stopping = new AbortController();
  const inTurn = createInTurn();
  let timer: NodeJS.Timeout | undefined;
  let running = 0;
  // How often each file is named, so that following costs what changed.
  const names = new Map<Sha256, string>();
  const note = (item: EvidenceItem) => {
    for (const { hash, name } of item.attachments) names.set(hash, name);
  };
  for (const item of store.all('evidence').values()) note(item);

  const arrived = (hash: Sha256, kept: KeptText) => {
    known.set(hash, kept);
    for (const listener of listeners) {
      try {
        listener(hash);
      } catch {
        ports.log('listener-failed', {});
      }
    }
    return kept;
  };

  const have = async (hash: Sha256, signal: AbortSignal, background: boolean) => {
    const before = known.get(hash) ?? (await loadText(store, hash));
    if (before !== undefined) return known.has(hash) ? before : arrived(hash, before);
    const kept = await readText(ports, store, { hash, name: names.get(hash) ?? '' }, { signal, background });
    return kept === undefined ? undefined : arrived(hash, kept);
  };

  const waiting = () => [...names.keys()].filter((hash) => !known.has(hash));
  const either = (signal: AbortSignal) => AbortSignal.any([signal, stopping.signal]);

  const readAll = (signal: AbortSignal, progress: (done: number, total: number) => void) =>
    inTurn(async () => {
      const stop = either(signal);
      running += 1;
      try {
        const wanted = waiting();
        for (const [done, hash] of wanted.entries()) {
          stop.throwIfAborted();
          progress(done, wanted.length);
          await have(hash, stop, true);
        }
        progress(wanted.length, wanted.length);
      } finally {
        running -= 1;
      }
    });

  const readSoon = () => {
    if (!byItself || timer !== undefined || stopping.signal.aborted) return;
    timer = setTimeout(() => {
      timer = undefined;
      readAll(stopping.signal, () => undefined).catch(() => {
        if (!stopping.signal.aborted) ports.log('reading-files-failed', {});
      });
    }, soon).unref();
  };
  const unfollow = store.onCommit((changes) => {
    for (const { collection, value } of changes) if (collection === 'evidence' && value !== null) note(value);
    if (waiting().length > 0) readSoon();
  });
  if (names.size > 0) readSoon();

  const pagesOf = (hash: Sha256) => {
    const found = known.get(hash);
    return found === undefined || found.failure !== null ? undefined : found.pages.map(({ text }) => text);
  };
  return {
    // Put together when asked for: kept both ways, the words of many files would take twice the room.
    of: (hash) => pagesOf(hash)?.join('\n'),
    pagesOf,
    standing: (hash) => {
      const kept = known.get(hash);
      if (kept === undefined) return undefined;
      const { failure, pageCount: pages } = kept;
      if (failure === null) return { state: 'read', pages };
      return { state: failure.code === 'FILE_ENCRYPTED' ? 'encrypted' : 'malformed', pages };
    },
    onArrived: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => ({
      files: names.size,
      read: [...names.keys()].filter((hash) => known.get(hash)?.failure === null).length,
      failed: [...names.keys()].flatMap((hash) => {
        const failure = known.get(hash)?.failure ?? null;
        return failure === null ? [] : [{ hash, failure }];
      }),
      running: running > 0,
    }),
    have: (hash, signal = stopping.signal) => have(hash, either(signal), false),
    readAll: ({ signal, progress }) =>
      readAll(signal, (done, total) => progress('reading-files', done, total)),
    close: async () => {
      clearTimeout(timer);
      stopping.abort();
      unfollow();
      await inTurn(async () => undefined);
    },
  };
}

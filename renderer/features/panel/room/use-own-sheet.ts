import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { registerFlush } from '#renderer/api/pending-saves.ts';
import type { PanelRoom } from '#shared/contract/panel.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { Sheet } from '#shared/domain/review-process/sheet.ts';
import { draftOf, type OwnDraft, writingOf } from './own-draft.ts';

const quietMilliseconds = 700;

export type OwnSheet = {
  readonly member: string;
  readonly draft: OwnDraft;
  readonly finished: boolean;
  /** Whether anything may be written now. */
  readonly open: boolean;
  readonly saving: { readonly is: 'idle' | 'saving' | 'saved' | 'failed'; readonly fault: unknown };
  readonly change: (edit: (draft: OwnDraft) => OwnDraft) => void;
  readonly finish: () => void;
  readonly reopen: () => void;
  readonly fault: unknown;
  readonly flush: () => Promise<boolean>;
};

/** What is being kept for a review that was just left, so that coming back does not read what was there before. */
const leaving = new Map<string, Promise<boolean>>();

type At = { readonly portfolioId: string; readonly id: string };

/** The sheet of whoever sits here; undefined until it is there, and where nobody does. */
export function useSheetOf(at: At, room: PanelRoom | undefined): Sheet | null | undefined {
  const member = room?.here ?? null;
  const query = useQuery({
    // Not asked again after every change: it is written here alone, and whoever left may no longer read it.
    queryKey: ['fixed', 'panel-sheet', at.id, member],
    queryFn: async () => {
      await leaving.get(at.id);
      return member === null ? { sheet: null } : client.panel.sheet({ ...at, member });
    },
    enabled: member !== null,
    staleTime: 0,
    gcTime: 0,
  });
  return member === null ? undefined : query.data?.sheet;
}

/** What a member writes for themselves: kept a moment after they stop, and at once when they leave or finish. */
export function useOwnSheet(at: At, member: string, sheet: Sheet | null, writing: boolean): OwnSheet {
  const [draft, setDraft] = useState(() => draftOf(sheet));
  const [finished, setFinished] = useState(sheet?.doneAt != null);
  const [saving, setSaving] = useState<OwnSheet['saving']>({ is: 'idle', fault: null });
  const latest = useRef({ draft, typed: 0, saved: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [inTurn] = useState(createInTurn);
  const { portfolioId, id } = at;

  const attempt = useCallback(async (): Promise<boolean> => {
    const { typed, saved, draft: now } = latest.current;
    if (typed === saved) return true;
    setSaving({ is: 'saving', fault: null });
    try {
      await client.panel.save({ portfolioId, id, member, writing: writingOf(now) });
    } catch (fault) {
      setSaving({ is: 'failed', fault });
      return false;
    }
    latest.current.saved = typed;
    setSaving({ is: 'saved', fault: null });
    return latest.current.typed === typed;
  }, [portfolioId, id, member]);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    return inTurn(attempt);
  }, [inTurn, attempt]);
  useEffect(() => {
    const whenHidden = () => document.visibilityState === 'hidden' && void flush();
    document.addEventListener('visibilitychange', whenHidden);
    const unregister = registerFlush(flush);
    return () => {
      unregister();
      document.removeEventListener('visibilitychange', whenHidden);
      leaving.set(id, flush());
    };
  }, [flush, id]);

  const ending = useMutation({
    mutationFn: async (how: 'finish' | 'reopen') => {
      await flush();
      return client.panel[how]({ portfolioId, id, member });
    },
    onSuccess: (_sheet, how) => setFinished(how === 'finish'),
  });
  return {
    member,
    draft,
    finished,
    open: writing && !finished,
    saving,
    change: (edit) => {
      const next = edit(latest.current.draft);
      latest.current = { ...latest.current, draft: next, typed: latest.current.typed + 1 };
      setDraft(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), quietMilliseconds);
    },
    finish: () => ending.mutate('finish'),
    reopen: () => ending.mutate('reopen'),
    fault: ending.error,
    flush,
  };
}

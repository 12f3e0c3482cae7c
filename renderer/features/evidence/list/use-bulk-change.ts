import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { useTypeTitle } from '#renderer/api/portfolio-context.tsx';
import { useRewinding } from '#renderer/api/use-rewinding.ts';
import { count } from '#renderer/text/format.ts';
import { doneWords } from '#renderer/text/history-words.ts';
import { showUndo } from '#renderer/ui/undo-notice.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { BulkChange } from '#shared/domain/evidence-list/bulk-change.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { Refused } from './refused-dialog.tsx';
import type { Selection } from './use-selection.ts';

function whereTo(change: BulkChange, typeTitle: (type: EvidenceTypeId) => string): string {
  switch (change.kind) {
    case 'link':
      return ` to ${change.capability}`;
    case 'unlink':
      return ` from ${change.capability}`;
    case 'move-link':
      return ` from ${change.from} to ${change.to}`;
    case 'type':
      return ` to ${typeTitle(change.type)}`;
    case 'date':
      return ` to ${ukDate(change.startedOn)}`;
    case 'shift-date':
      return ` by ${count(change.days, 'day')}`;
    case 'tag':
    case 'untag':
      return `: ${change.tag.trim()}`;
    default:
      return '';
  }
}

/** `Unlinked 40 items from IM7. 2 items were like that already. 1 item stayed as before.` */
function saidOf(
  change: BulkChange,
  where: string,
  [changed, unchanged, refused]: readonly [number, number, number],
): string {
  const did = doneWords({ action: `evidence.${change.kind}`, count: changed, title: null });
  const already = unchanged === 0 ? '' : ` ${count(unchanged, 'item was', 'items were')} like that already.`;
  const stayed = refused === 0 ? '' : ` ${count(refused, 'item')} stayed as before.`;
  return `${changed === 0 ? 'Nothing to change' : `${did}${where}`}.${already}${stayed}`;
}

/** Changes all selected items at once, says what came of it, names those that did not fit and offers to undo it. */
export function useBulkChange(portfolioId: string, selection: Selection) {
  const rewinding = useRewinding();
  const typeTitle = useTypeTitle();
  const [refused, setRefused] = useState<Refused | null>(null);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (change: BulkChange) =>
      client.evidence.changeMany({ portfolioId, ids: [...selection.ids], change }),
  });
  const undo = useMutation({
    meta: { refresh: false },
    mutationFn: (step: { readonly seq: number; readonly to: number }) =>
      rewinding(() => client.history.undo({ portfolioId, ...step })),
  });
  const change = (asked: BulkChange, then?: () => void) =>
    mutate(asked, {
      onSettled: () => then?.(),
      onSuccess: async ({ changed, unchanged, refused: stayed }) => {
        selection.clear();
        if (stayed.count > 0) {
          // They stay selected, to be looked at or changed in another way.
          selection.add(stayed.items.map(({ id }) => id));
          setRefused(stayed);
        }
        const { undo: step } = await client.history.undoState({ portfolioId });
        if (changed === 0 || step === null) return;
        showUndo({
          message: saidOf(asked, whereTo(asked, typeTitle), [changed, unchanged, stayed.count]),
          onUndo: () => undo.mutate({ seq: step.seq, to: step.to }),
        });
      },
    });
  return { change, fault: error ?? undo.error, isPending, refused, closeRefused: () => setRefused(null) };
}

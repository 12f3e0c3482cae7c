import type { JournalHead } from '#shared/domain/vault-records.ts';
import { damaged } from './faults.ts';
import type { LineSource } from './journal-line.ts';
import { segmentName } from './segments.ts';

/** Follows a journal while it is read, and knows whether it still holds the head that was sealed. */
export type SealedHeadWatch = {
  /** Fails with VAULT_DAMAGED (chain-broken) when another line stands where the sealed one stood. */
  readonly see: (head: JournalHead, source?: LineSource) => void;
  /** Fails with VAULT_DAMAGED (cut) when the journal ends before the sealed head. */
  readonly end: (head: JournalHead, lastSegment: number) => void;
};

/**
 * A chain alone shows no loss at its end, and whoever can decrypt it can write another: only a head that was sealed
 * before can tell. The journal is always at or ahead of that head, because heads are sealed after they are durable.
 */
export function watchSealedHead(sealed: JournalHead | undefined, store: string): SealedHeadWatch {
  return {
    see: (head, source) => {
      if (sealed === undefined || head.entries !== sealed.entries || head.hash === sealed.hash) return;
      throw damaged(source?.file ?? `${store}/checkpoint`, 'chain-broken', source?.number);
    },
    end: (head, lastSegment) => {
      if (sealed === undefined || head.entries >= sealed.entries) return;
      throw damaged(`${store}/${segmentName(lastSegment)}`, 'cut');
    },
  };
}

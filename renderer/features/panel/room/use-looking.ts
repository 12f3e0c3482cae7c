import { useState } from 'react';
import type { RoomEvidence } from '#shared/contract/panel.ts';

/** Which item, file and page lie open. */
export type Looking = {
  readonly item: string | null;
  readonly file: string | null;
  readonly page: number;
  readonly openItem: (row: RoomEvidence) => void;
  readonly openFile: (hash: string, page: number) => void;
  readonly turn: (page: number) => void;
  readonly close: () => void;
};

const nothing = { item: null, file: null, page: 1 } as const;
type Open = { readonly item: string | null; readonly file: string | null; readonly page: number };

/** @param code the capability: another one begins with nothing open. */
export function useLooking(code: string): Looking {
  const [open, setOpen] = useState<Open & { readonly code: string }>({ ...nothing, code });
  const now: Open = open.code === code ? open : nothing;
  const set = (next: Open) => setOpen({ ...next, code });
  return {
    ...now,
    openItem: (row) => {
      // Where the doctor said which pages are meant, those come first.
      const meant = row.links.find(
        ({ passage }) => passage !== undefined && row.files.some(({ hash }) => hash === passage.file),
      )?.passage;
      set({ item: row.id, file: meant?.file ?? row.files[0]?.hash ?? null, page: meant?.from ?? 1 });
    },
    openFile: (file, page) => set({ ...now, file, page }),
    turn: (page) => set({ ...now, page: Math.max(1, page) }),
    close: () => set(nothing),
  };
}

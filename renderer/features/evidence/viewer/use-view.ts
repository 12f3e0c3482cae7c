import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ViewSearch, viewSearchSchema } from '#renderer/ui/viewer/view-search.ts';
import { placeIn, rememberPlace } from './places.ts';

export const viewerId = 'file-viewer';

export type View = {
  /** The hash of the file that is open beside the form. */
  readonly file: string | undefined;
  readonly page: number;
  /** The capability whose passage is shown. */
  readonly show: string | undefined;
  /** Opens a file where one was in it, or at a page; a step one can go back from. */
  readonly open: (file: string, at?: { readonly page: number; readonly show?: string }) => void;
  readonly turn: (page: number) => void;
  readonly close: () => void;
};

/** What is open beside the form. It lives in the address: back, forward, reloading and links find it again. */
export function useView(): View {
  const navigate = useNavigate();
  const { view, page, show } = viewSearchSchema.parse(useSearch({ strict: false }));
  const go = (next: ViewSearch, replace: boolean) =>
    navigate({
      to: '.',
      search: (before: object) => ({ ...before, ...next }),
      replace,
      resetScroll: false,
      ignoreBlocker: true,
    } as Parameters<typeof navigate>[0]);
  return {
    file: view,
    page: page ?? (view === undefined ? 1 : placeIn(view).page),
    show,
    open: (file, at) => {
      const next = { view: file, page: at?.page ?? placeIn(file).page, show: at?.show };
      rememberPlace(file, { page: next.page });
      void go(next, false).then(() => focusViewer());
    },
    turn: (next) => {
      if (view === undefined) return;
      rememberPlace(view, { page: next });
      void go({ view, page: next, show }, true);
    },
    close: () => {
      void go({ view: undefined, page: undefined, show: undefined }, true).then(() => focusOpener(view));
    },
  };
}

/** The line of a file in the form, to come back to. */
export const openerId = (hash: string) => `view-${hash}`;

function focusViewer(): void {
  requestAnimationFrame(() => document.getElementById(viewerId)?.focus());
}

function focusOpener(hash: string | undefined): void {
  if (hash === undefined) return;
  requestAnimationFrame(() => document.getElementById(openerId(hash))?.focus());
}

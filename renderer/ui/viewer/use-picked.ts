import { type RefObject, useEffect, useState } from 'react';
import { quoteOf } from '#shared/domain/passages/passages.ts';

/** The words somebody selected on the page, as they would be quoted; empty while there are none. */
export function usePicked(
  box: RefObject<HTMLElement | null>,
  page: number,
): { readonly picked: string; readonly forget: () => void } {
  const [picked, setPicked] = useState({ page, quote: '' });
  useEffect(() => {
    const onSelection = () => {
      const selection = document.getSelection();
      const layer = box.current?.querySelector('.textLayer, [data-words]');
      if (selection === null || layer === null || layer === undefined) return;
      // Elsewhere somebody selects other words, or types: what was picked here stays.
      if (!layer.contains(selection.anchorNode)) return;
      setPicked({ page, quote: selection.isCollapsed ? '' : quoteOf(selection.toString()) });
    };
    document.addEventListener('selectionchange', onSelection);
    return () => document.removeEventListener('selectionchange', onSelection);
  }, [box, page]);
  return {
    picked: picked.page === page ? picked.quote : '',
    forget: () => {
      document.getSelection()?.empty();
      setPicked({ page, quote: '' });
    },
  };
}

import { type RefObject, useEffect } from 'react';
import { isTyping } from '#renderer/ui/typing.ts';
import type { Zoom } from '#renderer/ui/viewer/page-maths.ts';
import { zoomStep } from '#renderer/ui/viewer/shown-zoom.ts';
import { viewerId } from './use-view.ts';

type Tools = {
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  readonly box: RefObject<HTMLElement | null>;
  readonly onTurn: (page: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly findField: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
};

/** Whether the arrow keys are needed to move a page that is wider than its box. */
const movesSideways = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.scrollWidth > target.clientWidth + 1;

/** Keys that work while the focus is in the viewer, and nowhere else. */
export function useViewerKeys(tools: Tools): void {
  const { page, pages, zoom, box, onTurn, onZoom, findField, onClose } = tools;
  const actionOf = (key: string): (() => void) | undefined => {
    switch (key) {
      case 'ArrowLeft':
        return page > 1 ? () => onTurn(page - 1) : undefined;
      case 'ArrowRight':
        return page < pages ? () => onTurn(page + 1) : undefined;
      case '+':
      case '=':
        return () => onZoom(zoomStep(box, zoom, 'in'));
      case '-':
        return () => onZoom(zoomStep(box, zoom, 'out'));
      case 'Escape':
        return onClose;
      case '/':
        return () => findField.current?.select();
      case '0':
        return () => onZoom('width');
      default:
        return undefined;
    }
  };
  useEffect(() => {
    const panel = document.getElementById(viewerId);
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
        event.preventDefault();
        findField.current?.select();
        return;
      }
      if (isTyping(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
      const act = actionOf(event.key);
      if (act === undefined || event.defaultPrevented) return;
      if (event.key.startsWith('Arrow') && (event.shiftKey || movesSideways(event.target))) return;
      event.preventDefault();
      act();
    };
    panel?.addEventListener('keydown', onKeyDown);
    return () => panel?.removeEventListener('keydown', onKeyDown);
  });
}

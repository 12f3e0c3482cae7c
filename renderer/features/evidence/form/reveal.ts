/** Sent to an element inside a closed section: the section opens. */
export const revealEvent = 'waymark:reveal';

/** Opens what an element is hidden in, and puts the focus on it. */
export function revealAndFocus(element: HTMLElement | null): void {
  if (element === null) return;
  element.dispatchEvent(new Event(revealEvent, { bubbles: true }));
  // It can take the focus once it is drawn.
  requestAnimationFrame(() => {
    element.focus();
    element.scrollIntoView({ block: 'nearest' });
  });
}

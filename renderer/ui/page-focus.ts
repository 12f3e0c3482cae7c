let navigated = false;
let waiting = false;

/** The shell calls this when the screen is about to change. */
export function pageWillChange(): void {
  navigated = true;
  waiting = true;
}

/**
 * Moves focus to a new screen's heading, so that keyboard and screen reader users start at its top. Also when the
 * heading that had focus was replaced, as when loading ends. Never on the first page.
 */
export function focusHeading(heading: HTMLElement): void {
  const focusLost = document.activeElement === null || document.activeElement === document.body;
  if (!navigated || !(waiting || focusLost)) return;
  waiting = false;
  heading.focus({ preventScroll: true });
}

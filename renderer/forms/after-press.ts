let pressing = false;

function follow(down: boolean): () => void {
  return () => {
    pressing = down;
  };
}
window.addEventListener('pointerdown', follow(true), true);
window.addEventListener('pointerup', follow(false), true);
window.addEventListener('pointercancel', follow(false), true);

/**
 * Runs `then` at once, or, while a button of the mouse is down, when it is up again. Leaving a field shows what is
 * wrong with it and so moves what is below: a button that moves while it is being pressed is not pressed at all.
 */
export function afterPress(then: () => void): void {
  if (!pressing) {
    then();
    return;
  }
  // The click itself comes straight after, before anything that waits.
  const later = () => setTimeout(then);
  window.addEventListener('pointerup', later, { once: true });
}

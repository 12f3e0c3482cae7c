const choosers = new Set(['radio', 'checkbox', 'button', 'submit', 'reset', 'file']);

/** Whether keys pressed here write text, so that single-key commands must rest. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !choosers.has(target.type);
}

/** Whether a dialogue is open over the screen: keys then belong to it. */
export const isDialogueOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

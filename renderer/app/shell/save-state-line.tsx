import { timeWords } from '#renderer/text/format.ts';
import { type SaveState, useSaveState } from '#renderer/ui/save-state.ts';
import classes from './shell.module.css';

function words(state: SaveState): string {
  if (state.is === 'idle') return '';
  if (state.is === 'saving') return 'Saving…';
  if (state.is === 'saved') return `Saved ${timeWords(state.at)}`;
  return `Not saved: ${state.why.charAt(0).toLowerCase()}${state.why.slice(1)}`;
}

/** "Saved 14:02", quietly; said to screen readers when it changes. */
export function SaveStateLine() {
  const state = useSaveState();
  return (
    <span
      role="status"
      className={classes.saveState}
      data-failed={state.is === 'failed' || undefined}
      title={state.is === 'failed' ? words(state) : undefined}
    >
      {words(state)}
    </span>
  );
}

import { useEffect, useEffectEvent } from 'react';

/** What the open screen does with files that are dropped anywhere on the window. */
export type DropTarget = {
  /** `Attach to this item`. */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
};

const targets: DropTarget[] = [];

/** The screen opened last that wants dropped files; undefined where none does. */
export const dropTarget = (): DropTarget | undefined => targets.at(-1);

/** While this screen is open, files dropped on the window come here. */
export function useDropTarget(label: string, onFiles: (files: readonly File[]) => void): void {
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const target: DropTarget = { label, onFiles: (files) => take(files) };
    targets.push(target);
    return () => {
      targets.splice(targets.indexOf(target), 1);
    };
  }, [label]);
}

/** Marks a part of a screen as one capability's: `<li {...dropsOn(code)}>`. */
export const dropsOn = (capability: string) => ({ 'data-drop-capability': capability });

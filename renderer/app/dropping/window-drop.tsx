import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { dropTarget } from '#renderer/ui/drop-target.ts';
import { fileKind } from '#renderer/ui/file-kinds.ts';
import { giveFiles } from '#renderer/ui/given-files.ts';
import { paths } from '#renderer/ui/paths.ts';
import { droppedFiles } from './dropped-files.ts';
import classes from './window-drop.module.css';

const capabilityUnder = (target: EventTarget | null): string | undefined =>
  target instanceof Element
    ? target.closest<HTMLElement>('[data-drop-capability]')?.dataset.dropCapability
    : undefined;

const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

function wordsOver(target: EventTarget | null): string {
  const capability = capabilityUnder(target);
  if (capability !== undefined) return `Drop to add as evidence for ${capability}`;
  return dropTarget()?.label ?? 'Drop to add as evidence';
}

/** Takes files dropped anywhere on the window to where they belong. Everything it does has a button too. */
export function WindowDrop() {
  const navigate = useNavigate();
  const [over, setOver] = useState<string | null>(null);

  const route = useEffectEvent((files: readonly File[], capability: string | undefined) => {
    const [first] = files;
    if (first === undefined) return;
    const target = dropTarget();
    if (capability === undefined && target !== undefined) return target.onFiles(files);
    const kind = fileKind(first.name);
    if (files.length === 1 && kind === 'package') {
      giveFiles('receive', files);
      return void navigate({ to: paths.receive });
    }
    if (files.length === 1 && kind === 'card') {
      giveFiles('card', files);
      return void navigate({ to: paths.newPerson });
    }
    if (files.every(({ name }) => fileKind(name) === 'rows')) {
      giveFiles('import', files);
      return void navigate({ to: paths.importEvidence });
    }
    giveFiles('add-files', files);
    void navigate({ to: paths.addFiles, search: capability === undefined ? {} : { capability } });
  });

  useEffect(() => {
    const during = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      // Otherwise the window would open the file in place of the app.
      event.preventDefault();
      setOver(wordsOver(event.target));
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(null);
    };
    const dropped = (event: DragEvent) => {
      setOver(null);
      // A place of its own within the screen has taken them.
      if (!bringsFiles(event) || event.defaultPrevented || event.dataTransfer === null) return;
      event.preventDefault();
      const capability = capabilityUnder(event.target);
      void droppedFiles(event.dataTransfer).then((files) => route(files, capability));
    };
    window.addEventListener('dragenter', during);
    window.addEventListener('dragover', during);
    window.addEventListener('dragleave', left);
    window.addEventListener('drop', dropped);
    return () => {
      window.removeEventListener('dragenter', during);
      window.removeEventListener('dragover', during);
      window.removeEventListener('dragleave', left);
      window.removeEventListener('drop', dropped);
    };
  }, []);

  return over === null ? null : (
    <div className={classes.overlay}>
      <div className={classes.words}>{over}</div>
    </div>
  );
}

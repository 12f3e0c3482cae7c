import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { pagesWords } from '#renderer/text/passage-words.ts';
import { showUndo } from '#renderer/ui/undo-notice.tsx';
import type { Link, Passage } from '#shared/domain/evidence.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { DraftForm } from '../form/use-draft-form.ts';

const changed = { shouldDirty: true, shouldTouch: true } as const;

const withoutPassage = ({ passage: _, ...link }: Link): Link => link;

export type Passages = {
  readonly pack: GuidancePack;
  readonly links: readonly Link[];
  /** Links a capability to pages of a file, in place of what it was linked to before. */
  readonly set: (capability: string, passage: Passage) => void;
  readonly remove: (capability: string) => void;
  /** The capability whose passage is being changed in the viewer. */
  readonly editing: string | null;
  readonly edit: (capability: string | null) => void;
};

/** The passages of the item that is being written: they are part of its links and saved with them. */
export function usePassages(form: DraftForm, pack: GuidancePack): Passages {
  const links = useWatch({ control: form.control, name: 'links' });
  const [editing, edit] = useState<string | null>(null);
  // One notice at a time; and once the form is left, it can put nothing back.
  const hideNotice = useRef<() => void>(undefined);
  useEffect(() => () => hideNotice.current?.(), []);
  const offerUndo = (message: string, onUndo: () => void) => {
    hideNotice.current?.();
    hideNotice.current = showUndo({ message, onUndo });
  };
  const place = new Map(pack.capabilities.map(({ code }, at) => [code, at]));
  const put = (next: readonly Link[]) =>
    form.setValue(
      'links',
      next.toSorted((a, b) => (place.get(a.capability) ?? 0) - (place.get(b.capability) ?? 0)),
      changed,
    );
  const others = (capability: string) =>
    form.getValues('links').filter((link) => link.capability !== capability);
  const linkOf = (capability: string) =>
    form.getValues('links').find((link) => link.capability === capability);
  const backTo = (capability: string, before: Link | undefined) => () =>
    put(before === undefined ? others(capability) : [...others(capability), before]);

  return {
    pack,
    links,
    editing,
    edit,
    set: (capability, passage) => {
      const before = linkOf(capability);
      put([...others(capability), { ...(before ?? { capability, pages: '', note: '' }), passage }]);
      offerUndo(`Linked ${pagesWords(passage)} to ${capability}.`, backTo(capability, before));
    },
    remove: (capability) => {
      const before = linkOf(capability);
      if (before === undefined) return;
      put([...others(capability), withoutPassage(before)]);
      offerUndo(`${capability} no longer points to a page.`, backTo(capability, before));
    },
  };
}

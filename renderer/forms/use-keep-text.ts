import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { registerFlush } from '#renderer/api/pending-saves.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { KeptValues } from './kept-text.tsx';

/** As much of a form as keeping its text takes. */
export type KeepableForm = {
  readonly getValues: () => Record<string, unknown>;
  readonly setValue: (name: never, value: never, options: { readonly shouldDirty: true }) => void;
  readonly subscribe: (watch: {
    readonly formState: { readonly values: true };
    readonly callback: (change: { readonly name?: string | undefined }) => void;
  }) => () => void;
};

/** A little longer than saving by itself waits: what that can save need not be kept as well. */
const quietMilliseconds = 1000;

/**
 * Keeps what cannot be saved yet, encrypted in the vault, so that a lock or a crash loses none of it: a second after
 * typing stops, and at once when Waymark locks. Forgotten as soon as all of it is saved.
 * @param textKey what is being written, for example `evidence/new/<portfolio>`; it may change, as when an item is made.
 * @param unsaved whether something typed is in no record.
 * @param flush tries to save; true when nothing is left to keep.
 * @param kept what `KeptText` gave back: put into the forms as if it had just been typed.
 */
export function useKeepText(options: {
  readonly textKey: string;
  readonly forms: Readonly<Record<string, KeepableForm>>;
  readonly unsaved: boolean;
  readonly flush?: () => Promise<boolean>;
  readonly kept: KeptValues | null;
}): { readonly drop: () => Promise<void> } {
  const latest = useRef(options);
  latest.current = options;
  const [forms] = useState(options.forms);
  const [inTurn] = useState(createInTurn);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const typed = useRef(options.kept !== null);
  /** The key under which something lies in the vault. */
  const held = useRef(options.kept === null ? null : options.textKey);

  const forget = useCallback(async () => {
    if (held.current === null) return;
    const key = held.current;
    held.current = null;
    await client.drafts.drop({ key });
  }, []);

  const keep = useCallback(
    () =>
      inTurn(async () => {
        const { textKey } = latest.current;
        if (held.current !== null && held.current !== textKey) await forget();
        held.current = textKey;
        const values = Object.entries(forms).map(([name, form]) => [name, form.getValues()]);
        await client.drafts.keep({ key: textKey, text: JSON.stringify(Object.fromEntries(values)) });
      }),
    [forms, inTurn, forget],
  );

  /** Also for text that its writer has decided to lose. */
  const drop = useCallback(async () => {
    clearTimeout(timer.current);
    typed.current = false;
    // Should it fail the text is offered once more, which does no harm.
    await inTurn(forget).catch(() => undefined);
  }, [inTurn, forget]);

  useEffect(() => {
    const changed = ({ name }: { readonly name?: string | undefined }) => {
      // Resetting a form also changes values; only what a person or `setValue` changed has a name.
      if (name === undefined) return;
      typed.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        // Not kept now, it is tried again at the next letter; leaving the screen asks first in any case.
        if (latest.current.unsaved) keep().catch(() => undefined);
      }, quietMilliseconds);
    };
    const stops = Object.values(forms).map((form) =>
      form.subscribe({ formState: { values: true }, callback: changed }),
    );
    const unregister = registerFlush(async () => {
      clearTimeout(timer.current);
      if (!typed.current) return true;
      const { flush, unsaved } = latest.current;
      const clean = flush === undefined ? !unsaved : await flush();
      if (clean) return true;
      return keep().then(
        () => true,
        () => false,
      );
    });
    return () => {
      clearTimeout(timer.current);
      for (const stop of stops) stop();
      unregister();
    };
  }, [forms, keep]);

  useEffect(() => {
    const { kept } = latest.current;
    for (const [name, values] of Object.entries(kept ?? {})) {
      const form = forms[name];
      const known = form?.getValues() ?? {};
      for (const [field, value] of Object.entries(values))
        if (Object.hasOwn(known, field))
          form?.setValue(field as never, value as never, { shouldDirty: true });
    }
  }, [forms]);

  const wasUnsaved = useRef(options.unsaved);
  useEffect(() => {
    if (wasUnsaved.current && !options.unsaved) void inTurn(forget).catch(() => undefined);
    wasUnsaved.current = options.unsaved;
  }, [options.unsaved, inTurn, forget]);

  return { drop };
}

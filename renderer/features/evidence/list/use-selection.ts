import { useCallback, useState } from 'react';

/** Which items are chosen, by id. Another list (another filter, the trash) begins with none. */
export type Selection = {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly add: (ids: readonly string[]) => void;
  readonly clear: () => void;
};

const none: ReadonlySet<string> = new Set();

/** @param list what the list is of: a selection ends with it. */
export function useSelection(list: string): Selection {
  const [chosen, setChosen] = useState({ list, ids: none });
  const ids = chosen.list === list ? chosen.ids : none;
  const change = useCallback(
    (next: (ids: ReadonlySet<string>) => ReadonlySet<string>) =>
      setChosen((was) => ({ list, ids: next(was.list === list ? was.ids : none) })),
    [list],
  );
  return {
    ids,
    toggle: useCallback(
      (id) =>
        change((was) => {
          const next = new Set(was);
          if (!next.delete(id)) next.add(id);
          return next;
        }),
      [change],
    ),
    add: useCallback((more) => change((was) => new Set([...was, ...more])), [change]),
    clear: useCallback(() => change(() => none), [change]),
  };
}

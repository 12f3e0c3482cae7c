import type { CheckState } from '../identifiers/check-states.ts';
import type { Id } from '../ids.ts';

/** Where an item stands with the identifier check; undefined: not worked out yet. */
export type CheckOf = (id: Id) => CheckState | undefined;

export const nothingChecked: CheckOf = () => undefined;

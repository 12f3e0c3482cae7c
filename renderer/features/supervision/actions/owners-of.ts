import type { ListedAction } from '#shared/domain/supervision/action-list.ts';

/** Who owns actions here, the doctor first. */
export const ownersOf = (doctor: string, actions: readonly ListedAction[]): readonly string[] => [
  ...new Set([doctor, ...actions.map(({ owner }) => owner).toSorted((a, b) => a.localeCompare(b, 'en-GB'))]),
];

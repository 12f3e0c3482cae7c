import type { MigrationStep } from './step.ts';
import { step2 } from './step-2.ts';
import { step3 } from './step-3.ts';

/** Every step there ever was, in order. */
export const steps: readonly MigrationStep[] = [step2, step3];

/** The format this Waymark writes: of lines, of checkpoints, and of the values in them. */
export const currentFormat = 1 + steps.length;

/** Whether a collection's values have another shape today than they had in that format. */
export const changedSince = (format: number, collection: string, all = steps): boolean =>
  all.some((step) => step.to > format && Object.hasOwn(step.values, collection));

/**
 * A value of an earlier format in today's shape; not yet validated.
 * @param format the format it was written in: 1 is that of 0.1.
 */
export function upcast(collection: string, value: unknown, format: number, all = steps): unknown {
  let brought = value;
  for (const step of all) {
    if (step.to <= format || !Object.hasOwn(step.values, collection)) continue;
    if (typeof brought !== 'object' || brought === null) return brought;
    brought = step.values[collection]?.({ ...brought });
  }
  return brought;
}

import { damaged } from './faults.ts';

const pad = (segment: number) => String(segment).padStart(6, '0');
/** The journal is kept in segments, all of them for good: they are the history. */
export const segmentName = (segment: number) => `journal-${pad(segment)}.log`;
/** Everything folded up to the start of that segment. */
export const checkpointName = (segment: number) => `checkpoint-${pad(segment)}.bin`;

const segmentPattern = /^journal-([0-9]{6,})\.log$/;
const checkpointPattern = /^checkpoint-([0-9]{6,})\.bin$/;

const numbers = (names: readonly string[], pattern: RegExp) =>
  names
    .map((name) => pattern.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => a - b);

export type Layout = {
  readonly segments: readonly number[];
  readonly checkpoints: readonly number[];
  /** Where reading starts; null when there is no checkpoint and everything is folded from the first segment. */
  readonly checkpoint: number | null;
};

/**
 * What a store's folder holds. Fails with VAULT_DAMAGED when a segment is gone.
 * @param store the folder's path within the vault, for the message.
 */
export function layoutOf(names: readonly string[], store: string): Layout {
  const segments = numbers(names, segmentPattern);
  const checkpoints = numbers(names, checkpointPattern);
  const checkpoint = checkpoints.at(-1) ?? null;
  const last = Math.max(segments.at(-1) ?? 1, checkpoint ?? 1);
  for (let segment = 1; segment <= last; segment += 1) {
    if (segments[segment - 1] !== segment) throw damaged(`${store}/${segmentName(segment)}`, 'missing');
  }
  return { segments, checkpoints, checkpoint };
}

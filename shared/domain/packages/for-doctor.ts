import type { ReviewStep } from '../review-process/step.ts';

/**
 * Whether a doctor may have a step. That an outcome was taken back before its release is the panel's own affair until
 * the one that stands in its place is released.
 */
export function mayDoctorHaveStep(
  step: ReviewStep,
  steps: readonly ReviewStep[],
  visible: ReadonlySet<string>,
): boolean {
  const seen = new Set<string>();
  let at: ReviewStep | undefined = step;
  while (at?.kind === 'withdraw') {
    const { next }: { readonly next: string } = at;
    if (visible.has(next)) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    at = steps.find(({ kind, review }) => kind === 'withdraw' && review === next);
    if (at === undefined) return false;
  }
  return true;
}

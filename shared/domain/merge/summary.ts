import { type MergeKind, type MergeSummary, mergeKinds } from '../revisions.ts';

/** Counts what a merge does to each record. */
export function summaryOf(
  records: readonly { readonly collection: string; readonly id: string; readonly kind: MergeKind }[],
): MergeSummary {
  const counts = Object.fromEntries(
    mergeKinds.map((kind) => [kind, records.filter((record) => record.kind === kind).length]),
  ) as MergeSummary['counts'];
  return { records: records.map(({ collection, id, kind }) => ({ collection, id, kind })), counts };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Other work on the machine only ever makes a time longer: the shortest is the one least disturbed. */
export const quietest = (values: readonly number[]): number => Math.min(...values);

/** The quietest of several medians: other work on the machine only ever makes a time longer. */
export function steady(values: readonly number[], block = 50): number {
  const medians = Array.from({ length: Math.floor(values.length / block) }, (_, index) =>
    median(values.slice(index * block, (index + 1) * block)),
  );
  return quietest(medians);
}

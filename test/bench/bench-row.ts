/** One line of `npm run bench`: a measured value beside a named baseline measured in the same run. */
export type BenchRow = {
  readonly name: string;
  readonly value: number;
  /** Of both values. */
  readonly unit: string;
  readonly baseline: string;
  readonly baselineValue: number;
  /** value / baselineValue: this is what is promised. */
  readonly ratio: number;
  /** The highest ratio that is still good. */
  readonly limit: number;
  readonly ok: boolean;
};

const rounded = (value: number) => Number(value.toPrecision(4));

export function benchRow(
  row: Pick<BenchRow, 'name' | 'value' | 'unit' | 'baseline' | 'baselineValue' | 'limit'>,
): BenchRow {
  const ratio = row.value / row.baselineValue;
  return {
    ...row,
    value: rounded(row.value),
    baselineValue: rounded(row.baselineValue),
    ratio: rounded(ratio),
    ok: ratio <= row.limit,
  };
}

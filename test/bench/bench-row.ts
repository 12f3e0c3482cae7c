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

type Measured = Pick<BenchRow, 'name' | 'value' | 'unit' | 'baseline' | 'baselineValue' | 'limit'>;

/** Works out the ratio. The fields come in the order in which `npm run bench -- --json` promises them. */
export function benchRow({ name, value, unit, baseline, baselineValue, limit }: Measured): BenchRow {
  const ratio = value / baselineValue;
  return {
    name,
    value: rounded(value),
    unit,
    baseline,
    baselineValue: rounded(baselineValue),
    ratio: rounded(ratio),
    limit,
    ok: ratio <= limit,
  };
}

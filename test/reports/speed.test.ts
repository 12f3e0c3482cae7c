import { expect, test } from 'vitest';
import { reportBenches } from '#test/bench/report.ts';

test('model and layout add little to the bare compile', async () => {
  for (const row of await reportBenches()) {
    console.log(`${row.name}: ${row.value} ms, bare ${row.baselineValue} ms, ratio ${row.ratio}`);
    expect(row.ok).toBe(true);
  }
});

import { expect, it } from 'vitest';
import { loadSlowest } from '#test/support/build-scripts.ts';

const { slowestFiles } = await loadSlowest();

const unit = {
  testResults: [
    { name: '/home/somebody/test/waymark/test/unit/quick.test.ts', startTime: 1000, endTime: 1100 },
    { name: '/home/somebody/test/waymark/test/storage/slow.test.ts', startTime: 1000, endTime: 13_340 },
  ],
};
const spec = (...milliseconds: number[]) => ({
  tests: [{ results: milliseconds.map((duration) => ({ duration })) }],
});
const journeys = {
  suites: [{ file: 'zoom.spec.ts', specs: [spec(1000, 2000)], suites: [{ specs: [spec(4500)] }] }],
};

it('names the files of tests that took longest, retries and nested tests counted', () => {
  expect(slowestFiles([journeys, unit])).toEqual([
    '    12.3 s  test/storage/slow.test.ts',
    '     7.5 s  test/e2e/zoom.spec.ts',
    '     0.1 s  test/unit/quick.test.ts',
  ]);
  expect(slowestFiles([journeys, unit], 1)).toHaveLength(1);
  expect(slowestFiles([])).toEqual([]);
});

/** Seconds that each file of tests took, from what vitest and Playwright write as JSON. */
const vitestFiles = ({ testResults = [] }) =>
  testResults.map(({ name, startTime, endTime }) => ({ file: name, seconds: (endTime - startTime) / 1000 }));

const durations = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(durations),
  ...specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(({ duration }) => duration))),
];
const playwrightFiles = ({ suites = [] }) =>
  suites.map((suite) => ({
    file: `test/e2e/${suite.file}`,
    seconds: durations(suite).reduce((sum, milliseconds) => sum + milliseconds, 0) / 1000,
  }));

/**
 * The files that took longest, slowest first, as lines to print: seconds, then the file.
 * @param {readonly object[]} reports of vitest or Playwright, in any order
 */
export function slowestFiles(reports, count = 10) {
  const files = reports.flatMap((report) => [...vitestFiles(report), ...playwrightFiles(report)]);
  return files
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, count)
    .map(({ file, seconds }) => {
      const short = file.replaceAll('\\', '/').replace(/^.*\/(?=test\/)/, '');
      return `${seconds.toFixed(1).padStart(8)} s  ${short}`;
    });
}

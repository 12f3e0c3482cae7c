import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
};
type Workflow = {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: object; readonly 'timeout-minutes'?: number; readonly steps: readonly Step[] }
    >
  >;
};

const root = resolve(import.meta.dirname, '../../..');
const text = readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8');
// The parser electron-builder reads its own configuration with.
const require = createRequire(import.meta.url);
const builder = createRequire(
  createRequire(require.resolve('electron-builder/package.json')).resolve('app-builder-lib'),
);
const workflow = (builder('js-yaml') as { readonly load: (yaml: string) => unknown }).load(text) as Workflow;
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const jobs = Object.entries(workflow.jobs);
const steps = jobs.flatMap(([, job]) => job.steps);
const commands = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

describe('the workflow', () => {
  it('names scripts that exist', () => {
    const named = commands.flatMap((run) =>
      [...run.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? ''),
    );
    expect(named).toEqual(expect.arrayContaining(['build', 'package']));
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(Object.keys(scripts)).toContain('test');
  });

  it('names files that exist', () => {
    const files = commands.flatMap((run) => [...run.matchAll(/node ((?:build|node_modules)\/[\w./-]+)/g)]);
    expect(files.length).toBeGreaterThan(2);
    for (const [, file = ''] of files) expect(existsSync(join(root, file)), file).toBe(true);
  });

  it('runs the whole of the tests, and the journeys inside Electron', () => {
    expect(commands).toContain('npm test');
    const journeys = steps.filter(
      ({ run, env }) => run?.includes('playwright test') && env?.WAYMARK_E2E_HOST === 'electron',
    );
    expect(journeys).toHaveLength(1);
  });

  it('builds on Linux, Windows and macOS, reads the fuses back and opens what it built', () => {
    for (const system of ['ubuntu', 'windows', 'macos']) expect(text).toMatch(new RegExp(`- os: ${system}-`));
    const order = ['npm run package', 'check-fuses.mjs', 'open-packaged.mjs'].map((part) =>
      commands.findIndex((run) => run.includes(part)),
    );
    expect(order.every((place) => place >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('may read the repository and nothing more', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(jobs.filter(([, job]) => job.permissions !== undefined)).toEqual([]);
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts).toHaveLength(jobs.length);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('pins each action to one commit, with its version beside it', () => {
    const used = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((line) => !/uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
      [],
    );
  });

  it('puts nothing a stranger can write into a command, and ends in time', () => {
    expect(commands.filter((run) => /\$\{\{\s*github\./.test(run))).toEqual([]);
    expect(jobs.filter(([, job]) => job['timeout-minutes'] === undefined)).toEqual([]);
  });
});

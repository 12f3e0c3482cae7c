import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setKindSchema } from '#shared/contract/submission.ts';
import { besideWords } from '#shared/domain/submission/beside-words.ts';
import type { SubmissionPlan } from '#shared/domain/submission/plan-types.ts';
import { problemLine, problemWords } from '#shared/domain/submission/problem-words.ts';
import { checkLine, problemGroups } from '#shared/domain/submission/set-words.ts';
import type { App } from '../app.ts';
import { lookThrough } from '../services/identifiers/look-through.ts';
import type { JobTools } from '../services/jobs.ts';
import { planOf } from '../services/submission/plan-of.ts';
import { type SetReport, setFiles } from '../services/submission/set-files.ts';
import { parseOptions, required, UsageError } from './arguments.ts';
import type { Command, Output } from './command.ts';
import { withVault } from './with-vault.ts';
import { wordsFor } from './words.ts';

const quiet: JobTools = { progress: () => undefined, signal: new AbortController().signal };

/** A folder that is empty, made where it was not there: nothing of somebody's own is written over. */
async function emptyFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  if ((await readdir(path)).length > 0)
    throw new UsageError('--out must be a new or empty folder: nothing was written');
}

type Asked = {
  readonly portfolioId: string;
  readonly folder: string;
  readonly set: string;
  readonly joined: boolean;
  readonly json: boolean;
};

/** What came of it, for people. */
function tell(
  { problems, identifiers, notNeeded }: SubmissionPlan,
  { beside }: SetReport,
  out: Output,
): void {
  out.line(checkLine(identifiers));
  if (notNeeded.length > 0) out.line(`Declared as needing no anonymising (${notNeeded.length})`);
  for (const { title } of notNeeded) out.line(`  ${title}`);
  for (const { path, why } of beside) out.line(`${path}: ${besideWords[why]}`);
  for (const [kind, of] of problemGroups(problems)) {
    out.line(`${problemWords[kind].title} (${of.length})`);
    for (const problem of of) if (problemLine(problem) !== '') out.line(`  ${problemLine(problem)}`);
  }
}

async function write({ ports, session }: App, asked: Asked, out: Output): Promise<number> {
  const { portfolioId, folder, joined } = asked;
  const set = setKindSchema.safeParse(asked.set);
  if (!set.success) throw new UsageError('--set is "application" or "answer"');
  const portfolio = await session.portfolio(portfolioId);
  await portfolio.texts.readAll(quiet);
  const ready = [...portfolio.store.all('evidence').values()].filter(
    ({ trashedAt, draft }) => trashedAt === null && draft !== true,
  );
  await lookThrough(ports, portfolio, ready, quiet);
  const plan = await planOf(portfolio, set.data, ports.clock.today());
  const report: SetReport = { files: 0, pages: 0, beside: [] };
  const request = { set: set.data, plan, join: joined, on: ports.clock.today() };
  for await (const { path, bytes } of setFiles(ports, portfolio, request, report, quiet)) {
    const file = join(folder, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await pipeline(bytes(), createWriteStream(file, { flags: 'wx' }));
  }
  const { totals, identifiers, notNeeded, problems } = plan;
  out.note(
    `Wrote ${folder}: ${totals.items} items, ${report.files} files, ${report.pages} pages. It is NOT encrypted.`,
  );
  if (asked.json) {
    const { items } = totals;
    const written = { folder, set: set.data, items, ...report, identifiers, notNeeded, problems };
    out.line(JSON.stringify(written, null, 2));
  } else tell(plan, report, out);
  return problems.length + report.beside.length === 0 ? 0 : 1;
}

/**
 * `submission --vault DIR --portfolio ID --out DIR [--join] [--set answer] [--json]`: checks the files that were not
 * checked yet for identifiers, and writes a set as a folder. Exit 0: nothing to say of it; 1: written, and what is worth a
 * look is listed; 2: not written.
 */
export const submissionCommand: Command = async (args, out) => {
  const { value, has } = parseOptions(args, {
    vault: 'string',
    portfolio: 'string',
    out: 'string',
    set: 'string',
    join: 'boolean',
    json: 'boolean',
  });
  const vault = required(value('vault'), 'vault');
  const portfolioId = required(value('portfolio'), 'portfolio');
  const folder = resolve(required(value('out'), 'out'));
  const set = value('set') ?? 'application';
  try {
    await emptyFolder(folder);
    const asked = { portfolioId, folder, set, joined: has('join'), json: has('json') };
    return await withVault(vault, (app) => write(app, asked, out));
  } catch (fault) {
    if (fault instanceof UsageError) throw fault;
    out.fault(wordsFor(fault));
    return 2;
  }
};

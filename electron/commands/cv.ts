import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { type CvForm, cvForms } from '#shared/contract/cv.ts';
import { findingSentence, findingTitles } from '#shared/domain/cv/finding-words.ts';
import { cvOf } from '../services/cv/cv-of.ts';
import { parseOptions, required, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { withVault } from './with-vault.ts';
import { wordsFor } from './words.ts';

const formOf = (file: string): CvForm => {
  const form = cvForms.find((one) => extname(file).toLowerCase() === `.${one}`);
  if (form === undefined) throw new UsageError('--out must end in .pdf or .docx');
  return form;
};

/**
 * `cv --vault DIR --portfolio ID --out FILE.pdf|.docx`: writes the CV. Exit 0: nothing to say of it; 1: written, and
 * what is worth a look is listed; 2: not written.
 */
export const cvCommand: Command = async (args, out) => {
  const { value } = parseOptions(args, { vault: 'string', portfolio: 'string', out: 'string' });
  const vault = required(value('vault'), 'vault');
  const portfolioId = required(value('portfolio'), 'portfolio');
  const file = resolve(required(value('out'), 'out'));
  const form = formOf(file);
  try {
    return await withVault(vault, async ({ ports, session }) => {
      const view = cvOf(await session.portfolio(portfolioId), ports.clock.today(), ports.version);
      await writeFile(file, await ports.bindery.cv(view.document, form), { flag: 'wx' });
      out.note(`Wrote ${file}: ${view.posts.length} posts. It is NOT encrypted.`);
      const titles = new Map([...view.posts, ...view.evidence].map(({ id, title }) => [id, title]));
      for (const finding of view.findings) {
        const about = [...finding.posts, ...(finding.evidence === null ? [] : [finding.evidence])];
        const named = about.map((id) => titles.get(id) ?? '').filter((title) => title !== '');
        const where = named.length === 0 ? '' : ` (${named.join('; ')})`;
        out.line(`${findingTitles[finding.kind]}${where}: ${findingSentence(finding)}`);
      }
      return view.findings.length === 0 ? 0 : 1;
    });
  } catch (fault) {
    if (fault instanceof UsageError) throw fault;
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')
      throw new UsageError('--out names a file that is there: nothing was written');
    out.fault(wordsFor(fault));
    return 2;
  }
};

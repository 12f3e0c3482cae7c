import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Review } from '#shared/domain/review.ts';
import { createApp } from '../app.ts';
import type { OpenPortfolio } from '../services/session.ts';
import { parseOptions, required } from './arguments.ts';
import { bytesOf } from './bytes-of.ts';
import type { Command, Output } from './command.ts';
import { askPassphrase } from './passphrase.ts';

type Found = { readonly portfolio: OpenPortfolio; readonly review: Review };

async function exportReport({ portfolio, review }: Found, file: string, out: Output): Promise<number> {
  if (review.signOff === null) {
    out.fault(
      'That review is not signed yet. Its chair signs it in the app; then its report can be exported.',
    );
    return 1;
  }
  const pdf = await bytesOf(portfolio.store.blobs, review.signOff.report);
  await writeFile(file, pdf);
  out.note(`Wrote ${file} (${pdf.length} bytes, fingerprint ${review.signOff.fingerprint})`);
  return 0;
}

/** `report --vault DIR --review ID --out FILE`: writes the report exactly as its chair signed it. */
export const reportCommand: Command = async (args, out) => {
  const { value } = parseOptions(args, { vault: 'string', review: 'string', out: 'string' });
  const folder = resolve(required(value('vault'), 'vault'));
  const id = required(value('review'), 'review');
  const file = resolve(required(value('out'), 'out'));
  const app = await createApp({ vaultFolder: folder, host: 'browser' });
  try {
    await app.services.app.unlock({ passphrase: await askPassphrase() });
    const seen: string[] = [];
    for (const { id: portfolioId } of await app.services.portfolios.list(undefined)) {
      const portfolio = await app.session.portfolio(portfolioId);
      const review = portfolio.store.get('reviews', id);
      if (review !== undefined) return await exportReport({ portfolio, review }, file, out);
      for (const other of portfolio.store.all('reviews').values())
        seen.push(`  ${other.id}  ${other.heldOn}  ${other.state}`);
    }
    out.fault(['There is no review with that id in this vault. Its reviews are:', ...seen].join('\n'));
    return 1;
  } finally {
    await app.close();
  }
};

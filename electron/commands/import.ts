import { resolve } from 'node:path';
import type { PackagePreview } from '#shared/domain/packages/preview.ts';
import { mergePackage } from '../services/packages/merge-package.ts';
import { checkPackage, keysOf } from '../services/packages/open-package.ts';
import { parseOptions, required, UsageError } from './arguments.ts';
import type { Command, Output } from './command.ts';
import { commandTools, packagePassphrase, tellAbout, withPackageFile } from './package-file.ts';
import { tellSigned } from './signed-words.ts';
import { withVault } from './with-vault.ts';

function tellPreview(preview: Omit<PackagePreview, 'openId'>, out: Output): void {
  tellAbout(preview.about, out);
  for (const { collection, ...counts } of preview.counts) {
    const { new: fresh, changed, conflicting, known } = counts;
    out.line(
      `${collection.padEnd(12)}${fresh} new, ${changed} changed, ${conflicting} conflicting, ${known} known`,
    );
  }
  tellSigned(preview.signed, out);
  for (const { collection, title, date, why } of preview.refused)
    out.line(`not taken: ${collection} ${title} ${date} (${why})`);
  if (preview.undone !== null)
    out.line(
      `undone here  ${preview.undone.items.length} on ${preview.undone.at.slice(0, 10)}: they come back`,
    );
  out.line(`files       ${preview.newFiles.count} new, ${preview.newFiles.bytes} bytes`);
}

/** `import FILE --vault DIR [--preview] [--json]`: checks a package and, without --preview, merges it. */
export const importCommand: Command = async (args, out) => {
  const { value, has, positionals } = parseOptions(args, {
    vault: 'string',
    preview: 'boolean',
    json: 'boolean',
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new UsageError('import FILE --vault DIR [--preview] [--json]');
  const folder = required(value('vault'), 'vault');
  return withPackageFile(resolve(file), out, (source) =>
    withVault(folder, async ({ ports, session }) => {
      const keys = keysOf(session, packagePassphrase());
      const toMerge = !has('preview');
      const checked = await checkPackage(ports, session, source, keys, commandTools, toMerge);
      if (!has('json')) tellPreview(checked.preview, out);
      const merged = toMerge ? await mergePackage(ports, session, checked, commandTools) : null;
      if (has('json')) out.line(JSON.stringify({ preview: checked.preview, merged }, null, 2));
      else if (merged !== null) out.note(`Merged into ${folder}.`);
      return 0;
    }),
  );
};

import { readFile } from 'node:fs/promises';
import { checkPack } from '#shared/guidance/check-pack.ts';
import { guidancePacks } from '#shared/guidance/packs.ts';
import { parseOptions, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { exportGuidance, importGuidance } from './guidance-files.ts';

const listed = () =>
  guidancePacks.map(({ id, title, version, source, sources, certainty, capabilities }) => ({
    id,
    title,
    version,
    source: sources.find((candidate) => candidate.id === source)?.title ?? source,
    certainty,
    capabilities: capabilities.map(({ code, title: name }) => ({ code, title: name })),
  }));

const usage =
  'guidance list [--json] | guidance check FILE | guidance import FILE --from case|json [--level N] (--out FILE | --vault DIR) | guidance export ID --to case|json --out FILE [--vault DIR]';

/** `guidance list`, `check`, `import` and `export`. */
export const guidanceCommand: Command = async (args, out) => {
  const options = parseOptions(args, {
    json: 'boolean',
    from: 'string',
    to: 'string',
    out: 'string',
    vault: 'string',
    level: 'string',
  });
  const { has, positionals } = options;
  const [what, file] = positionals;
  if (what === 'list') {
    if (has('json')) {
      out.line(JSON.stringify(listed(), null, 2));
      return 0;
    }
    for (const pack of listed()) {
      out.line(`${pack.id}  ${pack.title}  ${pack.version}  (${pack.certainty}; ${pack.source})`);
      for (const { code, title } of pack.capabilities) out.line(`    ${code}  ${title}`);
    }
    return 0;
  }
  if (what === 'check' && file !== undefined) {
    let content: unknown;
    try {
      content = JSON.parse(await readFile(file, 'utf8'));
    } catch (fault) {
      out.fault(fault instanceof SyntaxError ? 'That file is not JSON.' : 'That file could not be read.');
      return 2;
    }
    const checked = checkPack(content);
    if (checked.ok) {
      out.line(
        `${checked.pack.title} ${checked.pack.version}: no faults, ${checked.pack.capabilities.length} capabilities.`,
      );
      return 0;
    }
    for (const { path, code } of checked.faults)
      out.fault(`${path === '' ? '(the whole file)' : path}: ${code}`);
    return 1;
  }
  if (what === 'import' && file !== undefined) return importGuidance(file, options, out);
  if (what === 'export' && file !== undefined) return exportGuidance(file, options, out);
  throw new UsageError(usage);
};

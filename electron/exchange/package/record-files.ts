import { z } from 'zod';
import { packageLimits } from '#shared/domain/packages/limits.ts';
import { type TravelRevision, travelRevisionSchema } from '#shared/domain/revisions.ts';
import { parseGuarded } from '../json-guard.ts';
import { refused } from '../refused.ts';

/** A file is closed when it is this large: half of what a reader allows, and no revision is near the other half. */
const fullAt = packageLimits.json / 2;

const fileSchema = z.array(travelRevisionSchema).readonly();

/** Names of files are lower case: no two of them are one to a file system that does not tell capitals. */
const fileOf = (collection: string) => collection.toLowerCase();

/** The revisions of one collection as JSON: `data/evidence.json`, and `data/evidence-2.json` when that is full. */
export function* recordFiles(
  collection: string,
  revisions: readonly TravelRevision[],
): Generator<{ readonly path: string; readonly bytes: Uint8Array }> {
  let lines: string[] = [];
  let length = 0;
  let part = 1;
  const file = () => ({
    path: `data/${fileOf(collection)}${part === 1 ? '' : `-${part}`}.json`,
    bytes: new TextEncoder().encode(`[\n${lines.join(',\n')}\n]\n`),
  });
  for (const revision of revisions) {
    const line = JSON.stringify(revision);
    if (length > 0 && length + line.length > fullAt) {
      yield file();
      part += 1;
      lines = [];
      length = 0;
    }
    lines.push(line);
    length += line.length;
  }
  yield file();
}

/** Reads one such file. Fails with PACKAGE_REFUSED. */
export function readRecordFile(path: string, bytes: Uint8Array): readonly TravelRevision[] {
  const parsed = fileSchema.safeParse(parseGuarded(bytes, path));
  const file = /^data\/([a-z]+)/.exec(path)?.[1];
  const sound = parsed.success && parsed.data.every(({ collection }) => fileOf(collection) === file);
  if (!sound) throw refused('schema', path);
  return parsed.data;
}

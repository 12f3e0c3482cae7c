import type { Attachment } from '../evidence.ts';
import { fold } from '../evidence-list/fold.ts';

/** Files that were given along, to be found by the names a spreadsheet has for them. */
export type GivenFiles = { readonly find: (name: string) => Attachment | undefined };

const bare = (name: string) => fold(name.replace(/.*[\\/]/, '').trim());
const stem = (name: string) => bare(name).replace(/\.[a-z0-9]{1,8}$/, '');

/** By name whatever its folder and letters; else without ending, where that can only be one. */
export function givenFiles(files: readonly Attachment[]): GivenFiles {
  const byName = new Map<string, Attachment>();
  const byStem = new Map<string, Attachment | null>();
  for (const file of files) {
    if (!byName.has(bare(file.name))) byName.set(bare(file.name), file);
    const other = byStem.get(stem(file.name));
    byStem.set(stem(file.name), other === undefined || other?.hash === file.hash ? file : null);
  }
  return { find: (name) => byName.get(bare(name)) ?? byStem.get(stem(name)) ?? undefined };
}

import { count } from '#renderer/text/format.ts';
import { doneWords } from '#renderer/text/history-words.ts';
import { fieldLabel } from '#renderer/ui/differences/difference-words.ts';
import type { VersionLine } from '#shared/contract/history.ts';

/** Versions that were saved one after another while somebody typed. Newest first, and never empty. */
export type VersionGroup = readonly [VersionLine, ...VersionLine[]];

const spell = 120_000; // milliseconds
const typed = new Set(['evidence.update', 'portfolio.update', 'review.judge', 'review.conclude']);

/** What was saved by itself within two minutes by one person is one entry of the list: what came of it counts. */
export function groupVersions(versions: readonly VersionLine[]): readonly VersionGroup[] {
  const groups: [VersionLine, ...VersionLine[]][] = [];
  for (const version of versions) {
    const open = groups.at(-1);
    const [last] = open ?? [];
    if (
      open !== undefined &&
      last !== undefined &&
      typed.has(version.action) &&
      version.action === last.action &&
      version.by.id === last.by.id &&
      Math.abs(Date.parse(last.by.at) - Date.parse(version.by.at)) <= spell
    ) {
      open.push(version);
    } else groups.push([version]);
  }
  return groups;
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const unique = (all: readonly string[]) => [...new Set(all)];

/** `Edited title and reflection`, `Linked to HLO 3`: what a version did, as far as its action does not say it. */
export function versionWords(group: VersionGroup): string {
  const [last] = group;
  const moved = last.action === 'evidence.move-in';
  if (moved && last.deleted) return 'Moved to another portfolio';
  if (last.deleted && last.action === 'undo') return 'Undone: no longer in this portfolio';
  if (last.deleted && last.action === 'redo') return 'Redone: no longer in this portfolio';
  // Versions that came along with a move are told by what they did where they were written.
  if (!typed.has(last.action) && !moved && !['undo', 'redo'].includes(last.action)) {
    const { action, touched } = last;
    if (action === 'evidence.link' && touched.linked.length > 0) return `Linked to ${listed(touched.linked)}`;
    if (action === 'evidence.unlink' && touched.unlinked.length > 0)
      return `Unlinked from ${listed(touched.unlinked)}`;
    if (action === 'evidence.move-link')
      return `Link moved from ${listed(touched.unlinked)} to ${listed(touched.linked) || 'a link that was there'}`;
    return shortWords[action] ?? doneWords({ action, count: 1, title: null });
  }
  const all = group.map(({ touched }) => touched);
  const linked = unique(all.flatMap((one) => one.linked));
  const unlinked = unique(all.flatMap((one) => one.unlinked));
  const fields = unique(all.flatMap((one) => one.fields)).map((field) => fieldLabel(field).toLowerCase());
  const added = all.reduce((sum, one) => sum + one.filesAdded, 0);
  const removed = all.reduce((sum, one) => sum + one.filesRemoved, 0);
  const said = [
    fields.length === 0 ? '' : `edited ${listed(fields)}`,
    linked.length === 0 ? '' : `linked to ${listed(linked)}`,
    unlinked.length === 0 ? '' : `unlinked from ${listed(unlinked)}`,
    added === 0 ? '' : `added ${count(added, 'file')}`,
    removed === 0 ? '' : `removed ${count(removed, 'file')}`,
  ].filter((words) => words !== '');
  const nothing = moved ? 'moved here from another portfolio' : 'saved without a change';
  const words = said.length === 0 ? nothing : said.join('; ');
  const prefix = last.action === 'undo' ? 'Undone: ' : last.action === 'redo' ? 'Redone: ' : '';
  return prefix === '' ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : `${prefix}${words}`;
}

const shortWords: Readonly<Record<string, string>> = {
  'evidence.create': 'Added',
  'evidence.add-files': 'Made a draft of a file',
  'evidence.import-spreadsheet': 'Brought in from a spreadsheet',
  'evidence.import-publications': 'Brought in from a bibliography',
  'evidence.import-messages': 'Brought in from an e-mail',
  'evidence.trash': 'Moved to the trash',
  'evidence.restore': 'Restored from the trash',
  'evidence.anonymised': 'Marked as anonymised',
  'evidence.not-anonymised': 'Anonymised mark taken back',
  'evidence.redact': 'Redacted a file',
  'evidence.share-original': 'Redacted copy taken back',
  'evidence.move-out': 'Moved to another portfolio',
  'evidence.restore-version': 'Brought back an earlier version',
  'review.schedule': 'Scheduled',
  'review.replan': 'Plan changed',
  'review.sign': 'Signed by the chair',
  'review.countersign': 'Signed by a member of the panel',
  'review.receive-signed': 'Signed copy brought back',
  'review.restore-version': 'Brought back an earlier version',
  'portfolio.create': 'Created',
  'conflict.settle': 'Settled what was changed in two places',
  'import.package': 'Brought in from a package',
  'sample.fill': 'Added with the sample',
};

import type { MergePreview } from '#shared/contract/backups.ts';
import type { BackupInfo, BackupReason } from '#shared/domain/backup.ts';
import type { Finding, FindingCode } from '#shared/domain/vault-check.ts';
import { count, momentWords, numberWords, sizeWords } from './format.ts';

export const reasonWords: Record<BackupReason, string> = {
  automatic: 'daily',
  'by-hand': 'made by you',
  'before-import': 'before an import',
  'before-migration': 'before an update of the vault',
  'before-bulk-delete': 'before a change of many items',
};

/** `20/11/2026 at 18:02, daily`. */
export const backupLine = ({ madeAt, reason }: Pick<BackupInfo, 'madeAt' | 'reason'>): string =>
  `${momentWords(madeAt)}, ${reasonWords[reason]}`;

/** `212 saves, 14 attached files (3.1 MB)`. */
export const backupContents = ({ entries, attachments }: BackupInfo): string =>
  `${numberWords(entries)} saves, ${count(attachments.count, 'attached file')} (${sizeWords(attachments.size)})`;

/** `3 new records, 1 changed in both places`; null when it holds nothing that is not here. */
export function mergeWords({ counts, newPortfolios }: MergePreview): string | null {
  const parts = [
    newPortfolios > 0 ? count(newPortfolios, 'new portfolio') : null,
    counts.new > 0 ? count(counts.new, 'new record') : null,
    counts.changed > 0 ? `${count(counts.changed, 'record')} that moved on there` : null,
    counts.conflicting > 0 ? `${count(counts.conflicting, 'record')} changed in both places` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** What each finding of a check means, and for a fault what to do about it. */
export const findingWords: Record<FindingCode, string> = {
  damaged: 'A file of the vault is damaged.',
  'checkpoint-differs': 'A summary of the records does not agree with their history.',
  'attachment-damaged': 'An attached file is damaged and cannot be read.',
  'attachment-missing': 'A record names an attached file that is not kept here.',
  'shelf-without-portfolio': 'A portfolio is listed, but its folder is not there.',
  'portfolio-not-on-shelf': 'A portfolio is there, but not listed.',
  'capability-unknown': 'A link names a capability the guidance does not have.',
  'seal-broken': 'A seal does not fit what it was put on.',
  'seal-elsewhere': 'A seal is on something that is not here.',
  'sealed-file-missing': 'A signed review’s report is not kept here.',
  'heads-seal-broken': 'The note of where your records stood was not sealed by you.',
  'cut-since-sealed': 'Saves are missing that were there when the vault was last sealed.',
  'changed-since-sealed': 'The history is not the one that was sealed.',
  'cut-since-outside': 'Saves are missing that are in a backup or a signed report.',
  'changed-since-outside': 'The history is not the one a backup or a signed report was made from.',
  'outside-unreadable': 'What it should be compared with could not be read.',
  'outside-other-vault': 'That is no backup of this vault.',
  'unfinished-line': 'The last save was never finished, and so never confirmed.',
  'heads-never-sealed': 'The vault has not been sealed yet. It will be when you lock it.',
  'backup-left-behind':
    'This backup was made before you put the vault back to an earlier one. What was written in between is in this backup, not in the vault.',
  'attachment-unused': 'Files are kept that only earlier versions of your records name.',
  'record-missing':
    'A plan for handing over, a post of the CV or an item names something that is not in this portfolio any more.',
  'file-unknown': 'A file lies in the vault folder that is not Waymark’s.',
};

export const findingPlace = ({ code, place, detail }: Finding): string => {
  if (code === 'backup-left-behind') return `${place} (restored on ${momentWords(detail)})`;
  return detail === '' ? place : `${place} (${detail})`;
};

import type { CheckReport, Finding, FindingCode } from '#shared/domain/vault-check.ts';
import { isSound } from '#shared/domain/vault-check.ts';

const words: Record<FindingCode, string> = {
  damaged: 'is damaged',
  'checkpoint-differs': 'does not agree with the journal',
  'attachment-damaged': 'is damaged: an attached file cannot be read',
  'attachment-missing': 'names an attached file that is not kept here',
  'shelf-without-portfolio': 'is listed, but its folder is not there',
  'portfolio-not-on-shelf': 'is there, but not listed',
  'capability-unknown': 'is linked to a capability the guidance does not have',
  'seal-broken': 'is a seal that does not fit what it is over',
  'seal-elsewhere': 'is a seal over something that is not here',
  'sealed-file-missing': 'is signed, but its report or its data is not kept here',
  'heads-seal-broken': 'is not sealed by the owner of this vault',
  'cut-since-sealed': 'lost lines that were there when it was last sealed',
  'changed-since-sealed': 'is not what it was when it was sealed',
  'cut-since-outside': 'lost lines that were there when this was made:',
  'changed-since-outside': 'is not what it was when this was made:',
  'outside-unreadable': 'could not be read for comparison',
  'outside-other-vault': 'is no backup of this vault',
  'unfinished-line': 'ends in a line that was never finished, hence never saved',
  'heads-never-sealed': 'have not been sealed yet',
  'backup-left-behind': 'was made before an earlier backup was restored, on',
  'attachment-unused': 'keeps files that no present record names:',
  'record-missing': 'names a record that is not here any more:',
  'file-unknown': 'is not a file of Waymark’s',
};

export const findingLine = ({ kind, code, place, detail }: Finding): string =>
  `${kind === 'fault' ? 'FAULT' : 'note '}  ${place} ${words[code]}${detail === '' ? '' : ` (${detail})`}`;

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What was looked at, then what was found, then the sum of it: one line each. */
export function checkLines({ counts, findings, ...report }: CheckReport): readonly string[] {
  const faults = findings.filter(({ kind }) => kind === 'fault').length;
  return [
    `${counted(counts.lines, 'journal line')} in ${counted(counts.stores, 'store')}, ${counted(counts.records, 'record')}`,
    `${counted(counts.attachments, 'attached file')} (${counts.attachmentBytes} bytes), ${counted(counts.seals, 'seal')}`,
    `compared with ${counted(counts.sealedHeads, 'earlier head')}`,
    ...findings.map(findingLine),
    isSound({ ...report, findings })
      ? 'No faults found.'
      : `${counted(faults, 'fault')} found. Do not edit anything in the vault folder: restore it from a backup, or open the good part in the app.`,
  ];
}

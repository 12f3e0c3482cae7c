import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { idSchema } from './ids.ts';

/** What checking a vault can find. Words for each live in `renderer/text` and with the command line. */
export const findingCodes = [
  // A file is not as it was written: `detail` says how, in the codes of VAULT_DAMAGED.
  'damaged',
  'checkpoint-differs',
  'attachment-damaged',
  'attachment-missing',
  'shelf-without-portfolio',
  'portfolio-not-on-shelf',
  'capability-unknown',
  'seal-broken',
  'seal-elsewhere',
  'sealed-file-missing',
  'heads-seal-broken',
  'cut-since-sealed',
  'changed-since-sealed',
  'cut-since-outside',
  'changed-since-outside',
  'outside-unreadable',
  'outside-other-vault',
  // Nothing wrong, but worth knowing.
  'unfinished-line',
  'heads-never-sealed',
  'attachment-unused',
  // A plan for handing over, a post or an item names a record that is not here: `detail` is its id.
  'record-missing',
  // `detail` is the moment the vault was put back from an earlier backup.
  'backup-left-behind',
  'file-unknown',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const findingSchema = z.strictObject({
  /** A `fault` is something that must not be; a `note` is no reason to worry. */
  kind: z.enum(['fault', 'note']),
  code: z.enum(findingCodes),
  /** The file or folder, as a path within the vault; for records the store and the record's id. */
  place: z.string(),
  detail: z.string(),
});
export type Finding = Readonly<z.output<typeof findingSchema>>;

export const fault = (code: FindingCode, place: string, detail = ''): Finding => ({
  kind: 'fault',
  code,
  place,
  detail,
});
export const note = (code: FindingCode, place: string, detail = ''): Finding => ({
  kind: 'note',
  code,
  place,
  detail,
});

export const checkReportSchema = z.strictObject({
  vaultId: idSchema,
  checkedAt: isoInstantSchema,
  counts: z.strictObject({
    stores: z.number().int(),
    lines: z.number().int(),
    records: z.number().int(),
    attachments: z.number().int(),
    /** Bytes of the attachments, as they are on disk. */
    attachmentBytes: z.number().int(),
    seals: z.number().int(),
    /** Heads somebody vouched for earlier that the journals were compared with. */
    sealedHeads: z.number().int(),
  }),
  findings: z.array(findingSchema).readonly(),
});
export type CheckReport = Readonly<z.output<typeof checkReportSchema>>;

export const isSound = ({ findings }: Pick<CheckReport, 'findings'>) =>
  findings.every(({ kind }) => kind === 'note');

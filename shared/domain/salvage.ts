import { z } from 'zod';
import { damageCodes } from './damage.ts';
import { isoInstantSchema } from './dates.ts';

/**
 * What a damaged file held. `history`: only how things came to be; `checkpoint` and `seal`: nothing that is not kept
 * elsewhere too.
 */
export const damagedKinds = ['journal', 'history', 'checkpoint', 'attachment', 'draft', 'seal'] as const;

export const salvageFindingSchema = z.strictObject({
  /** Path within the vault, with `:line` where a line of a journal is meant. */
  file: z.string(),
  what: z.enum(damageCodes),
  kind: z.enum(damagedKinds),
  /** The folder of the portfolio within the vault, or `profile`; empty for what belongs to the whole vault. */
  store: z.string(),
  /** Whether setting the file aside helps: false where nothing readable would be left, or nothing needs to be done. */
  canSetAside: z.boolean(),
  /** For a journal: saves that can be read, the time of the last of them, and how many at least cannot. */
  readable: z.number().int().nonnegative().nullable(),
  lastReadableAt: isoInstantSchema.nullable(),
  unreadable: z.number().int().nonnegative().nullable(),
  /** For an attachment: its name and the title of what it belongs to, where that is known. */
  attachment: z.strictObject({ name: z.string(), title: z.string() }).nullable(),
});
export type SalvageFinding = Readonly<z.output<typeof salvageFindingSchema>>;

export const salvageReportSchema = z.strictObject({
  findings: z.array(salvageFindingSchema).readonly(),
  /** Whether the vault opens once the damaged files are set aside. */
  canOpen: z.boolean(),
});
export type SalvageReport = Readonly<z.output<typeof salvageReportSchema>>;

/** Whether nothing that anybody entered is lost with this file. */
export const isLossless = ({ kind }: Pick<SalvageFinding, 'kind'>) =>
  kind === 'checkpoint' || kind === 'seal' || kind === 'history';

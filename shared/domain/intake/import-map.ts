import { z } from 'zod';
import { columnTargetSchema } from './columns.ts';
import { mailTypeSchema } from './mail-item.ts';

/** How a file is to be read, as somebody writes it down for the command line. */
export const importMapSchema = z.strictObject({
  /** Heading to what it is; columns that are not named are left out. */
  columns: z.record(z.string(), columnTargetSchema.nullable()).optional(),
  sheet: z.string().optional(),
  /** What e-mails are. */
  as: mailTypeSchema.optional(),
});
export type ImportMap = Readonly<z.output<typeof importMapSchema>>;

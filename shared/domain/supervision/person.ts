import { z } from 'zod';
import { gmcNumberSchema } from '../ids.ts';
import { isSameName, type NamedPerson } from '../signature-places.ts';
import { lineSchema, optionalLineSchema } from '../text.ts';

/** Somebody as they stand on a record of supervision. */
export const personOnRecordSchema = z.strictObject({
  name: lineSchema(120),
  gmcNumber: gmcNumberSchema.nullable(),
  /** Post or part in it, such as `Consultant in acute medicine`; may be empty. */
  role: optionalLineSchema(160),
});
export type PersonOnRecord = Readonly<z.output<typeof personOnRecordSchema>>;

/** Whether two entries mean one person: by their GMC numbers where both have one, else by their names. */
export const isThisPerson = (a: NamedPerson, b: NamedPerson): boolean =>
  a.gmcNumber !== null && b.gmcNumber !== null ? a.gmcNumber === b.gmcNumber : isSameName(a.name, b.name);

import { z } from 'zod';
import { sha256Schema } from '../ids.ts';
import { optionalLineSchema } from '../text.ts';
import { pictureFactsSchema } from './picture.ts';

/** Bytes of a logo, at most; and pixels along its longer side. */
export const largestLogo = 200 * 1024;
export const longestLogoSide = 4000;

export const logoSchema = pictureFactsSchema.extend({
  sha256: sha256Schema,
  base64: z.base64().max(Math.ceil(largestLogo / 3) * 4),
});
export type Logo = Readonly<z.output<typeof logoSchema>>;

export const programmeNamesSchema = z.strictObject({
  name: optionalLineSchema(160),
  trust: optionalLineSchema(160),
});

/** Whose programme it is: the head of its reports and printed forms. */
export const programmeSchema = programmeNamesSchema.extend({ logo: logoSchema.nullable() });
export type Programme = Readonly<z.output<typeof programmeSchema>>;

export const noProgramme: Programme = { name: '', trust: '', logo: null };

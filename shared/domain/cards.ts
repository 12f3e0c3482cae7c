import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { sha256Schema } from './ids.ts';
import { type Card, cardSchema, personSchema } from './people.ts';

/** What a card's one line of text starts with; the number is the form's version. */
export const cardPrefix = 'waymark-card:1:';
/** The same card in few characters, all of a kind that QR codes write tightly. */
export const compactCardPrefix = 'WAYMARK-CARD:2:';
/** Characters of a card's text: nobody's card comes near it. */
export const longestCardText = 8 * 1024;

/** What the owner's key signs: said to be a card, so that no other seal can be passed off as one. */
export const sealedCardText = (card: Card): string => `${cardPrefix}${canonicalJson(card)}`;

/**
 * How a card that was read stands to the directory. `changed-key`: a person known here under this profile now shows
 * other keys. `own`: this vault's own card.
 */
export const cardStandings = ['new', 'same', 'updated', 'changed-key', 'own'] as const;
export const cardStandingSchema = z.enum(cardStandings);
export type CardStanding = z.infer<typeof cardStandingSchema>;

/** A card that was read, held against the directory. Nothing is kept by reading. */
export const readCardSchema = z.strictObject({
  card: cardSchema,
  fingerprint: sha256Schema,
  standing: cardStandingSchema,
  /** The person as they are in the directory now. */
  known: personSchema.nullable(),
  /** Others in the directory with the same name or GMC number but another profile. */
  alike: z
    .array(z.strictObject({ name: z.string(), gmcNumber: z.string().nullable(), fingerprint: sha256Schema }))
    .readonly(),
});
export type ReadCard = Readonly<z.output<typeof readCardSchema>>;

const spoken = (name: string) => name.normalize('NFKC').toLocaleLowerCase('en-GB').replaceAll(/[\s.]/g, '');

/** Whether two people could be taken for each other: the same GMC number, or the same name however it is spaced. */
export const isThisPerson = (
  a: { readonly name: string; readonly gmcNumber: string | null },
  b: typeof a,
): boolean => (a.gmcNumber !== null && a.gmcNumber === b.gmcNumber) || spoken(a.name) === spoken(b.name);

import { oc } from '@orpc/contract';
import { z } from 'zod';
import { longestCardText, readCardSchema } from '#shared/domain/cards.ts';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { cardSchema, confirmationSchema, personSchema } from '#shared/domain/people.ts';
import { optionalLineSchema } from '#shared/domain/text.ts';
import { errorsOf, unlocked } from './errors.ts';

const withVault = { ...unlocked, ...errorsOf('VAULT_DAMAGED') };
const reading = { ...withVault, ...errorsOf('PACKAGE_REFUSED') };
const naming = { ...withVault, ...errorsOf('NOT_FOUND') };
const personRef = z.strictObject({ id: idSchema });
const cardText = z.string().max(longestCardText, { error: 'too-long' });

export const peopleContract = {
  /** This vault's own card: one line of text, which a card file holds too, and the shorter one of its QR code. */
  myCard: oc
    .errors(withVault)
    .output(
      z.strictObject({ text: z.string(), compact: z.string(), card: cardSchema, fingerprint: sha256Schema }),
    ),
  /** Reads a card and holds it against the directory. Nothing is kept. */
  readCard: oc
    .errors(reading)
    .input(z.strictObject({ text: cardText }))
    .output(readCardSchema),
  /**
   * Keeps a card. `replaces`: the fingerprint of the person's present keys, which the caller was shown, where the card
   * brings others; without it such a card is INVALID (`card-key-changed`), as one's own card is (`own-card`).
   */
  add: oc
    .errors(reading)
    .input(
      z.strictObject({
        text: cardText,
        confirmed: confirmationSchema,
        note: optionalLineSchema(200),
        replaces: sha256Schema.nullable(),
      }),
    )
    .output(personSchema),
  /** Records how, and on which day, the person's fingerprint was compared. `not-yet` takes it back. */
  confirm: oc
    .errors(naming)
    .input(personRef.extend({ how: confirmationSchema, on: isoDateSchema }))
    .output(personSchema),
  /** Everyone in the directory, by name. */
  list: oc.errors(unlocked).output(z.array(personSchema).readonly()),
  get: oc.errors(naming).input(personRef).output(personSchema),
  remove: oc.errors(naming).input(personRef).output(z.strictObject({})),
  /** People whose card came to differ in two versions of this vault. The shown side first; null: taken away there. */
  conflicts: oc.errors(unlocked).output(
    z
      .array(
        personRef.extend({
          sides: z
            .array(z.strictObject({ revision: sha256Schema, person: personSchema.nullable() }))
            .readonly(),
        }),
      )
      .readonly(),
  ),
  /** Keeps one side; the others stay in the history. `sides`: those the person saw. */
  settle: oc
    .errors({ ...naming, ...errorsOf('CHANGED_SINCE') })
    .input(personRef.extend({ sides: z.array(sha256Schema).min(2).max(32).readonly(), keep: sha256Schema }))
    .output(z.strictObject({})),
};

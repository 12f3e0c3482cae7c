import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { guidancePackSchema } from './guidance-pack.ts';
import { packIdSchema } from './pack-provenance.ts';

/** A guidance pack a person or a Trust made or brought in, in its newest version. Portfolios hold their own copies. */
export const ownPackSchema = z
  .strictObject({ id: packIdSchema, pack: guidancePackSchema, savedAt: isoInstantSchema })
  .refine(({ id, pack }) => id === pack.id, { error: 'other-pack', path: ['pack'] });
export type OwnPack = Readonly<z.output<typeof ownPackSchema>>;

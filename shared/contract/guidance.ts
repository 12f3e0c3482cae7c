import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  guidanceChangeSchema,
  linkMappingSchema,
  movePreviewSchema,
} from '#shared/domain/guidance-change.ts';
import { guidancePackSchema, packSummarySchema } from '#shared/domain/guidance-pack.ts';
import { guidanceReadingSchema } from '#shared/domain/guidance-reading.ts';
import { common, errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const packRef = z.strictObject({ packId: z.string().max(80) });
const inPortfolio = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const wish = portfolioRef.extend({ ...packRef.shape, mapping: linkMappingSchema });

export const guidanceContract = {
  /** Every pack that can be chosen, in its newest version: the owner's own too once a vault is open. */
  list: oc.errors(common).output(z.array(packSummarySchema).readonly()),
  get: oc
    .errors({ ...common, ...errorsOf('NOT_FOUND') })
    .input(packRef)
    .output(guidancePackSchema),
  /** The guidance a portfolio uses, and the newer version of it there is. */
  inUse: oc
    .errors(inPortfolio)
    .input(portfolioRef)
    .output(
      z.strictObject({
        pack: guidancePackSchema,
        origin: z.enum(['shipped', 'own']),
        newer: z.strictObject({ id: z.string(), title: z.string(), version: z.string() }).nullable(),
      }),
    ),
  /** What other guidance, or a newer version of the same, would change for a portfolio. */
  compare: oc.errors(inPortfolio).input(portfolioRef.extend(packRef.shape)).output(guidanceChangeSchema),
  previewMove: oc.errors(inPortfolio).input(wish).output(movePreviewSchema),
  /** Moves a portfolio there: one step, which can be taken back. NOT_FOUND: that version is not the newest any more. */
  move: oc
    .errors(inPortfolio)
    .input(wish.extend({ version: z.string().max(40) }))
    .output(movePreviewSchema),
  /** Keeps a pack as one's own. INVALID names every fault under `pack`. */
  save: oc
    .errors(unlocked)
    .input(z.strictObject({ pack: z.unknown() }))
    .output(packSummarySchema),
  remove: oc
    .errors({ ...unlocked, ...errorsOf('NOT_FOUND') })
    .input(packRef)
    .output(z.strictObject({})),
  /** Reads the text of a file; nothing is kept. `level`: how far down a CASE framework the capabilities stand. */
  read: oc
    .errors({ ...common, ...errorsOf('GUIDANCE_REFUSED') })
    .input(
      z.strictObject({
        text: z.string(),
        from: z.enum(['json', 'case']),
        level: z.number().int().min(1).max(8).nullable(),
      }),
    )
    .output(guidanceReadingSchema),
  /** A pack as the text of a file. */
  write: oc
    .errors({ ...common, ...errorsOf('NOT_FOUND') })
    .input(packRef.extend({ to: z.enum(['json', 'case']) }))
    .output(z.strictObject({ name: z.string(), text: z.string() })),
};

import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import { travelSchema } from '#shared/domain/packages/travel.ts';
import { errorsOf, unlocked } from './errors.ts';
import { jobRefSchema } from './jobs.ts';

/** Kinds of things a vault holds, in the order a page lists them. */
export const dataKinds = [
  'evidence',
  'evidence-in-trash',
  'links',
  'originals',
  'reviews',
  'signed-reports',
  'seals',
  'searches',
  'placements',
  'recommendations',
  'verifiers',
  'referees',
  'posts',
  'cvs',
  'meetings',
  'agreements',
  'actions',
  'feedback',
  'ratings',
  'requests',
  'supervisorReports',
  'steps',
  'snapshots',
  'sheets',
  'history',
] as const;
export type DataKind = (typeof dataKinds)[number];

const holding = z.strictObject({
  kind: z.enum(dataKinds),
  count: z.number().int(),
  /** Bytes; null where a kind has no size of its own. */
  bytes: z.number().nullable(),
});

export const yourDataSchema = z.strictObject({
  portfolios: z
    .array(
      z.strictObject({
        id: idSchema,
        doctor: z.string(),
        packId: z.string(),
        holdings: z.array(holding).readonly(),
      }),
    )
    .readonly(),
  people: z.number().int(),
  signingKeys: z.number().int(),
  /** Hits of the identifier check that were left as they are, each with its reason. */
  dismissals: z.number().int(),
  /** How columns of spreadsheets were matched. */
  matchings: z.number().int(),
  /** Guidance of the owner's own. */
  ownPacks: z.number().int(),
  /** What the programme offers its doctors. */
  opportunities: z.number().int(),
  /** Packages made and kept, newest first. */
  travelled: z.array(travelSchema).readonly(),
});

export type YourData = Readonly<z.output<typeof yourDataSchema>>;

/** What the job of `exportAll` ends with: a file of the outbox. */
export const openExportResultSchema = z.strictObject({
  fileId: idSchema,
  name: z.string(),
  size: z.number().int(),
  items: z.number().int(),
  originals: z.number().int(),
});

export type OpenExportResult = Readonly<z.output<typeof openExportResultSchema>>;

const opening = { ...unlocked, ...errorsOf('VAULT_DAMAGED', 'VAULT_NEWER') };

export const yourDataContract = {
  /** Everything the vault holds, counted. */
  show: oc.errors(opening).output(yourDataSchema),
  /**
   * Starts a job that writes everything in open formats, not encrypted, into a ZIP of the outbox; its result is an
   * `openExportResultSchema`. `portfolioId` null: every portfolio.
   */
  exportAll: oc
    .errors({ ...opening, ...errorsOf('NOT_FOUND') })
    .input(z.strictObject({ portfolioId: idSchema.nullable() }))
    .output(jobRefSchema),
};

import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { idSchema, sha256Schema } from '../ids.ts';
import { confirmationSchema } from '../people.ts';
import { mergeKindSchema } from '../revisions.ts';
import { shownSignatureSchema } from '../signer-standing.ts';
import { audienceSchema, laterCounts, leftOutReasonSchema, travellingCollectionSchema } from './audiences.ts';

const count = z.number().int().nonnegative();

const contentRefSchema = z.strictObject({
  collection: travellingCollectionSchema,
  id: z.string(),
  /** As a reader would call it; empty for what has no name of its own. */
  title: z.string(),
  /** The day it is about, `YYYY-MM-DD`; empty where there is none. */
  date: z.string(),
});

const byCollection = z.strictObject({
  portfolio: count,
  evidence: count,
  reviews: count,
  seals: count,
  ...laterCounts,
});

/** What a package would hold, and what it would not. */
export const packageContentsSchema = z.strictObject({
  audience: audienceSchema,
  counts: byCollection,
  /** Each file once, however many items name it. */
  files: count,
  /** Of all files together. */
  bytes: count,
  /** More than a package may hold: something has to be left out. */
  tooLarge: z.boolean(),
  included: z.array(contentRefSchema).readonly(),
  leftOut: z.array(contentRefSchema.extend({ why: leftOutReasonSchema })).readonly(),
});
export type PackageContents = Readonly<z.output<typeof packageContentsSchema>>;

/** What the job that writes a package ends with: a file of the outbox. */
export const packageWrittenSchema = z.strictObject({
  outboxId: idSchema,
  /** A name for the file. */
  name: z.string(),
  size: count,
  sha256: sha256Schema,
  packageId: idSchema,
  counts: byCollection,
  files: count,
});
export type PackageWritten = Readonly<z.output<typeof packageWrittenSchema>>;

/** How the sender of a package stands to the directory. `own`: this vault's owner. `unknown`: not there, or with other keys. */
export const senderStandings = ['own', 'known', 'other-keys', 'unknown'] as const;

export const packageAboutSchema = z.strictObject({
  packageId: idSchema,
  audience: audienceSchema,
  madeAt: isoInstantSchema,
  sender: z.strictObject({
    profileId: idSchema,
    name: z.string(),
    /** What is compared by voice (`spokenFingerprint`). */
    fingerprint: sha256Schema,
    standing: z.enum(senderStandings),
    /** How the person in the directory was confirmed; null unless `known`. */
    confirmed: confirmationSchema.nullable(),
    /** The card that came with the package, as `people.add` takes it. */
    card: z.string(),
  }),
  recipients: z.array(z.string()).readonly(),
  portfolio: z.strictObject({
    id: idSchema,
    doctor: z.string(),
    packId: z.string(),
    /** Not in this vault yet: it will be made. */
    isNew: z.boolean(),
  }),
  counts: byCollection,
  files: count,
  bytes: count,
});
export type PackageAbout = Readonly<z.output<typeof packageAboutSchema>>;

/** What can be told before anything is imported. `about` is null while a passphrase is missing. */
export const packagePeekSchema = z.strictObject({
  lock: z.enum(['passphrase', 'people']),
  about: packageAboutSchema.nullable(),
});

/** Why a record that came is not taken over although the package is sound. */
export const notTakenReasons = ['seal-missing', 'seal-mismatch', 'not-the-senders', 'kept-as-here'] as const;

/** Why somebody's signature is on a record: on a review's report as its chair or another of its panel, or as a seal. */
export const signingParts = [
  'chair',
  'panel',
  'judgement',
  'supervisor-report',
  'in-person',
  'sign-off',
] as const;

/** A record that came with signatures, and whose they are. */
export const signedRecordSchema = contentRefSchema.extend({
  signatures: z
    .array(
      shownSignatureSchema.extend({
        part: z.enum(signingParts),
        /** Whether it is over the record that came with it; of a report's signatures only those that hold are taken. */
        holds: z.boolean(),
      }),
    )
    .readonly(),
});
export type SignedRecord = Readonly<z.output<typeof signedRecordSchema>>;

/** What merging would do, shown before it is done. Nothing has been written. */
export const packagePreviewSchema = z.strictObject({
  openId: idSchema,
  about: packageAboutSchema,
  counts: z
    .array(
      z.strictObject({
        collection: travellingCollectionSchema,
        new: count,
        changed: count,
        conflicting: count,
        known: count,
      }),
    )
    .readonly(),
  /** All that would change; what is known already is only counted. */
  items: z.array(contentRefSchema.extend({ kind: mergeKindSchema })).readonly(),
  /** Records with signatures that are not here yet: a sound signature says nothing of whose it is. */
  signed: z.array(signedRecordSchema).readonly(),
  refused: z.array(contentRefSchema.extend({ why: z.enum(notTakenReasons) })).readonly(),
  /** Feedback, ratings and agreements of somebody who is neither the sender nor the doctor: the sender's word for it. */
  secondHand: z.array(contentRefSchema.extend({ by: z.string() })).readonly(),
  /** What came before and was undone here, last at `at`: keeping the package brings it back. Null: there is none. */
  undone: z.strictObject({ at: isoInstantSchema, items: z.array(contentRefSchema).readonly() }).nullable(),
  /** Files this vault does not hold yet. */
  newFiles: z.strictObject({ count, bytes: count }),
});
export type PackagePreview = Readonly<z.output<typeof packagePreviewSchema>>;

/** What the job that merges a package ends with. */
export const packageMergedSchema = z.strictObject({
  portfolioId: idSchema,
  new: count,
  changed: count,
  conflicting: count,
  known: count,
  /** Records that had been undone here and were brought back. */
  back: count,
  files: count,
});
export type PackageMerged = Readonly<z.output<typeof packageMergedSchema>>;

import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { idSchema, sha256Schema } from '../ids.ts';
import { lineSchema } from '../text.ts';
import { journalHeadSchema } from '../vault-records.ts';
import { audienceSchema, laterCounts } from './audiences.ts';
import { packageFormats } from './format.ts';
import { packageLimits } from './limits.ts';

/** Endings that originals may have. The name people gave a file is data, in the record that names it. */
export const originalEndings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tif',
  'image/heic': 'heic',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'text/markdown': 'md',
  'application/json': 'json',
  'application/rtf': 'rtf',
  'application/msword': 'doc',
  'application/zip': 'zip',
  'video/mp4': 'mp4',
  'audio/mpeg': 'mp3',
  'message/rfc822': 'eml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
};
const endings = [...new Set(Object.values(originalEndings))].join('|');

/** Every name an archive may use, letter by letter. Nothing a file system could read otherwise can be spelt in it. */
export const entryNamePattern = new RegExp(
  `^(?:manifest\\.json|seal\\.json|index\\.csv|summary\\.pdf|SHA256SUMS|data/[a-z]{1,40}(?:-[1-9][0-9]{0,3})?\\.json|originals/[0-9a-f]{64}(?:\\.(?:${endings}))?)$`,
);

/** @returns the place of an attachment in the archive. */
export function originalPath(hash: string, mediaType: string): string {
  const ending = Object.hasOwn(originalEndings, mediaType) ? originalEndings[mediaType] : undefined;
  return ending === undefined ? `originals/${hash}` : `originals/${hash}.${ending}`;
}

export const manifestEntrySchema = z.strictObject({
  path: z.string().max(120).regex(entryNamePattern, { error: 'entry-name' }),
  size: z.number().int().nonnegative().max(packageLimits.original),
  sha256: sha256Schema,
});
export type ManifestEntry = Readonly<z.output<typeof manifestEntrySchema>>;

const count = z.number().int().nonnegative();

/** What a package says of itself. The sender's seal is over its exact bytes. */
export const manifestSchema = z.strictObject({
  format: z.enum(packageFormats),
  needs: z.string().max(20),
  packageId: idSchema,
  audience: audienceSchema,
  sender: z.strictObject({
    profileId: idSchema,
    name: lineSchema(120),
    /** SHA-256 of the certificate the seal is made with. */
    certificate: sha256Schema,
    /** SHA-256 of the card's text. */
    card: sha256Schema,
  }),
  /** Names, for the reader; who can really open it is for the encryption to say. Empty: a passphrase. */
  recipients: z.array(lineSchema(120)).max(100).readonly(),
  madeAt: isoInstantSchema,
  portfolio: z.strictObject({
    id: idSchema,
    doctor: lineSchema(120),
    packId: z.string().min(1).max(80),
    packVersion: z.string().min(1).max(40),
  }),
  /** Where the portfolio's journal stood. */
  journal: journalHeadSchema,
  counts: z.strictObject({
    portfolio: count,
    evidence: count,
    reviews: count,
    seals: count,
    /** Absent: none. */
    searches: count.optional(),
    ...laterCounts,
    revisions: count,
    originals: count,
  }),
  /** Every entry but the manifest itself, its seal and SHA256SUMS. */
  entries: z.array(manifestEntrySchema).max(packageLimits.entries).readonly(),
});
export type Manifest = Readonly<z.output<typeof manifestSchema>>;

export const packageSealSchema = z.strictObject({
  format: z.literal('waymark-package-seal-1'),
  /** Base64 signature over the bytes of `manifest.json`. */
  signature: z.string().max(2000),
  /** PEM: the signer's own certificate, then the root that issued it. */
  certificates: z.array(z.string().max(4000)).min(1).max(4).readonly(),
  /** The sender's card, as text. */
  card: z.string().max(8 * 1024),
});
export type PackageSeal = Readonly<z.output<typeof packageSealSchema>>;

import { z } from 'zod';
import { sha256Schema } from '../ids.ts';

export type NamedFile = {
  readonly hash: string;
  readonly mediaType: string;
  readonly name: string;
  /** The redacted copy that goes to others in its place. */
  readonly insteadOf?: string;
};

const fileShape = { hash: sha256Schema, mediaType: z.string(), name: z.string() };
const attachmentsSchema = z.object({
  attachments: z.array(z.object({ ...fileShape, redacted: z.object(fileShape).optional() })),
});
const signedSchema = z.object({ signOff: z.object({ report: sha256Schema, model: sha256Schema }) });

/**
 * The kept files a version of a record names, whatever its age: an item its attachments and their redacted copies, a signed review its report
 * and the data of it. The records themselves have passed their schemas elsewhere.
 */
export function filesNamedBy(collection: string, value: unknown): readonly NamedFile[] {
  if (collection === 'evidence') {
    const item = attachmentsSchema.safeParse(value);
    if (!item.success) return [];
    return item.data.attachments.flatMap(({ redacted, ...original }) =>
      redacted === undefined ? [original] : [original, { ...redacted, insteadOf: original.hash }],
    );
  }
  if (collection !== 'reviews') return [];
  const review = signedSchema.safeParse(value);
  if (!review.success) return [];
  const { report, model } = review.data.signOff;
  return [
    { hash: report, mediaType: 'application/pdf', name: 'report.pdf' },
    { hash: model, mediaType: 'application/json', name: 'report.json' },
  ];
}

type Versions = readonly { readonly collection: string; readonly value?: unknown }[];

/**
 * Originals that have a redacted copy in any of these versions: they stay with their owner. By the file's content, not
 * by the item, so that the same file attached twice does not slip out where nobody redacted it.
 */
export function privateOriginals(versions: Versions): ReadonlySet<string> {
  const all = versions.flatMap(({ collection, value }) => filesNamedBy(collection, value));
  return new Set(all.flatMap(({ insteadOf }) => (insteadOf === undefined ? [] : [insteadOf])));
}

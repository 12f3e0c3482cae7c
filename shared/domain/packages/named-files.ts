import { z } from 'zod';
import { sha256Schema } from '../ids.ts';

export type NamedFile = { readonly hash: string; readonly mediaType: string; readonly name: string };

const attachmentsSchema = z.object({
  attachments: z.array(z.object({ hash: sha256Schema, mediaType: z.string(), name: z.string() })),
});
const signedSchema = z.object({ signOff: z.object({ report: sha256Schema, model: sha256Schema }) });

/**
 * The kept files a version of a record names, whatever its age: an item its attachments, a signed review its report
 * and the data of it. The records themselves have passed their schemas elsewhere.
 */
export function filesNamedBy(collection: string, value: unknown): readonly NamedFile[] {
  if (collection === 'evidence') {
    const item = attachmentsSchema.safeParse(value);
    return item.success ? item.data.attachments : [];
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

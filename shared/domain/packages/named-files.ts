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
const onPaperSchema = z.object({ paper: z.object({ scan: z.object(fileShape) }) });
const sealedReportSchema = z.object({ sealed: z.object({ pdf: sha256Schema, model: sha256Schema }) });

/**
 * The kept files a version of a record names, whatever its age: an item its attachments and their redacted copies, a signed review its report
 * and the data of it, one that was written on paper the scan, a sealed supervisor's report its own. The records themselves have passed their schemas elsewhere.
 */
export function filesNamedBy(collection: string, value: unknown): readonly NamedFile[] {
  if (collection === 'evidence') {
    const item = attachmentsSchema.safeParse(value);
    if (!item.success) return [];
    return item.data.attachments.flatMap(({ redacted, ...original }) =>
      redacted === undefined ? [original] : [original, { ...redacted, insteadOf: original.hash }],
    );
  }
  if (collection === 'supervisorReports') {
    const report = sealedReportSchema.safeParse(value);
    if (!report.success) return [];
    const { pdf, model } = report.data.sealed;
    return [
      { hash: pdf, mediaType: 'application/pdf', name: 'supervisor-report.pdf' },
      { hash: model, mediaType: 'application/json', name: 'supervisor-report.json' },
    ];
  }
  if (collection !== 'reviews') return [];
  const paper = onPaperSchema.safeParse(value);
  const scans = paper.success ? [paper.data.paper.scan] : [];
  const review = signedSchema.safeParse(value);
  if (!review.success) return scans;
  const { report, model } = review.data.signOff;
  return [
    ...scans,
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

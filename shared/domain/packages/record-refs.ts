import { z } from 'zod';
import type { TravelRevision } from '../revisions.ts';
import { type ContentRef, travellingCollectionSchema } from './audiences.ts';

const named = z.object({
  title: z.string().optional(),
  startedOn: z.string().optional(),
  heldOn: z.string().optional(),
  sealedAt: z.string().optional(),
  sealedOn: z.string().nullish(),
  doctor: z.object({ name: z.string() }).optional(),
});

const plainTitles: ReadonlyMap<string, string> = new Map([
  ['reviews', 'Review'],
  ['supervisorReports', 'Supervisor’s report'],
]);

/**
 * What to call each record that came, by its newest version. Ancestors come before what follows them, so that is the
 * last one with a value.
 */
export function refOf(revisions: readonly TravelRevision[]): (collection: string, id: string) => ContentRef {
  const latest = new Map<string, unknown>();
  for (const { collection, id, value } of revisions) {
    if (value !== undefined && value !== null) latest.set(`${collection}/${id}`, value);
  }
  return (collection, id) => {
    const found = named.safeParse(latest.get(`${collection}/${id}`));
    const { title, startedOn, heldOn, sealedAt, sealedOn, doctor } = found.success ? found.data : {};
    return {
      collection: travellingCollectionSchema.parse(collection),
      id,
      title: title ?? doctor?.name ?? plainTitles.get(collection) ?? '',
      date: startedOn ?? heldOn ?? sealedAt?.slice(0, 10) ?? sealedOn ?? '',
    };
  };
}

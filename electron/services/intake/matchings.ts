import { type ColumnMap, columnMapSchema, matchColumns } from '#shared/domain/intake/columns.ts';
import { type Matching, mostMatchings, plainHeaders, withoutNote } from '#shared/domain/intake/matching.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';

const sameAs = (headers: readonly string[]) => (matching: Matching) =>
  matching.headers.length === headers.length &&
  matching.headers.every((header, at) => header === headers[at]);

/** How these columns are matched: as the last time, else by their headings. */
export function matchingFor(
  session: Session,
  headers: readonly string[],
): { readonly columns: ColumnMap; readonly remembered: boolean } {
  const own = withoutNote(headers);
  const kept = [...session.vault().profile.all('matchings').values()].find(sameAs(plainHeaders(own)));
  const noted = headers.slice(own.length).map(() => null);
  return kept === undefined
    ? { columns: [...matchColumns(own), ...noted], remembered: false }
    : { columns: [...kept.columns, ...noted], remembered: true };
}

/** Keeps how these columns were matched, for the next spreadsheet with the same headings. */
export async function rememberMatching(
  ports: Ports,
  session: Session,
  headers: readonly string[],
  columns: ColumnMap,
): Promise<void> {
  await session.inTurn(async () => {
    const { profile } = session.vault();
    const own = withoutNote(headers);
    const plain = plainHeaders(own);
    const all = [...profile.all('matchings').values()];
    const before = all.find(sameAs(plain));
    const id = before?.id ?? ports.newId();
    const value = {
      id,
      headers: plain,
      columns: columnMapSchema.parse(columns.slice(0, own.length)),
      usedAt: ports.clock.now().toISOString(),
    };
    const oldest = all.toSorted((a, b) => a.usedAt.localeCompare(b.usedAt))[0];
    const full = before === undefined && all.length >= mostMatchings && oldest !== undefined;
    await profile.commit('settings.matching', [
      { collection: 'matchings', id, value },
      ...(full ? [{ collection: 'matchings' as const, id: oldest.id, value: null }] : []),
    ]);
  });
}

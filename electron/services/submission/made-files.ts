import type { IsoDate } from '#shared/domain/dates.ts';
import { type Institution, placeKey } from '#shared/domain/registers/institutions.ts';
import { proFormaListing } from '#shared/domain/registers/pro-forma-listing.ts';
import type { MadeDocument } from '#shared/domain/submission/made.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import { cvOf } from '../cv/cv-of.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf } from '../session.ts';

/** The bytes of a document Waymark writes itself for a set: the same as when it is exported by itself. */
export async function madeFile(
  ports: Ports,
  open: OpenPortfolio,
  { kind, institution }: MadeDocument,
  institutions: readonly Institution[],
  on: IsoDate,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === 'cv') return ports.bindery.cv(cvOf(open, on, ports.version).document, 'pdf', signal);
  const { doctor, employer, sample } = portfolioOf(open.store);
  const guide = applicationGuideOf(open.pack);
  const { note, source } = guide.verifiers;
  const rule = { note, source: guide.sourceOf(source)?.title ?? source, specialty: open.pack.specialty };
  const about = { person: doctor.name, employer, on, version: ports.version, sample };
  return ports.bindery.listing(
    proFormaListing(
      { ...about, ...rule },
      open.pack,
      institutions.filter(({ name }) => placeKey(name) === placeKey(institution)),
    ),
    signal,
  );
}

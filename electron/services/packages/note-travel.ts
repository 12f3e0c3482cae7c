import type { PackageMerged, PackageWritten } from '#shared/domain/packages/preview.ts';
import type { Travel } from '#shared/domain/packages/travel.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import type { OpenedPackage } from '../ports/exchange.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';

async function note(ports: Ports, session: Session, travel: Omit<Travel, 'id' | 'at'>): Promise<void> {
  const id = ports.newId();
  const value: Travel = { ...travel, id, at: ports.clock.now().toISOString() };
  await session.vault().profile.commit('package.note', [{ collection: 'travels', id, value }]);
}

/** Records that a package was made: for whom, and how much was in it. */
export const noteMade = (
  ports: Ports,
  session: Session,
  { id, doctor }: Portfolio,
  about: Pick<Travel, 'audience' | 'people' | 'items' | 'request'>,
  { packageId, sha256, counts, files }: PackageWritten,
): Promise<void> =>
  note(ports, session, {
    ...about,
    direction: 'made',
    packageId,
    portfolioId: id,
    doctor: doctor.name,
    sha256,
    evidence: counts.evidence,
    reviews: counts.reviews,
    files,
  });

/** Records that a package was kept, and from whom it came; one that changed nothing leaves no trace. */
export async function noteKept(
  ports: Ports,
  session: Session,
  { manifest }: OpenedPackage,
  merged: PackageMerged,
): Promise<void> {
  if (merged.new + merged.changed + merged.conflicting + merged.back + merged.files === 0) return;
  const { packageId, audience, portfolio, sender, counts } = manifest;
  await note(ports, session, {
    direction: 'kept',
    packageId,
    portfolioId: portfolio.id,
    doctor: portfolio.doctor,
    audience,
    people: [sender.name],
    sha256: null,
    evidence: counts.evidence,
    reviews: counts.reviews,
    files: merged.files,
  });
}

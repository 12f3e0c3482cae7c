import { failure } from '#shared/domain/failure.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { compareVersions } from '#shared/domain/versions.ts';
import { checkPack } from '#shared/guidance/check-pack.ts';
import { issuesOf } from '#shared/guidance/pack-issues.ts';
import { packById } from '#shared/guidance/packs.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';

/** Portfolios and people go by the version: the same one must not come to mean something else. */
function refuseUnraised(pack: GuidancePack, ...before: readonly (GuidancePack | undefined)[]): void {
  const isRaised = before.every((one) => one === undefined || compareVersions(pack.version, one.version) > 0);
  if (!isRaised)
    throw failure('INVALID', { issues: [{ path: ['pack', 'version'], code: 'version-not-raised' }] });
}

/**
 * Keeps a pack as the owner's own, in place of its earlier version; portfolios that use that one go on doing so. Fails
 * with INVALID, every fault of the pack under `pack`.
 */
export async function saveOwnPack(
  ports: Pick<Ports, 'clock'>,
  session: Session,
  value: unknown,
): Promise<GuidancePack> {
  const checked = checkPack(value);
  if (!checked.ok) throw failure('INVALID', { issues: issuesOf(checked.faults) });
  const { pack } = checked;
  const { profile } = session.vault();
  return session.inTurn(async () => {
    refuseUnraised(pack, profile.get('packs', pack.id)?.pack, packById(pack.id));
    const record = { id: pack.id, pack, savedAt: ports.clock.now().toISOString() };
    await profile.commit('guidance.save', [{ collection: 'packs', id: pack.id, value: record }]);
    return pack;
  });
}

/** Takes an own pack off the list; portfolios that use it keep their copy. Fails with NOT_FOUND. */
export async function removeOwnPack(session: Session, id: string): Promise<void> {
  const { profile } = session.vault();
  await session.inTurn(async () => {
    if (profile.get('packs', id) === undefined) throw failure('NOT_FOUND', { what: 'guidance' });
    await profile.commit('guidance.remove', [{ collection: 'packs', id, value: null }]);
  });
}

import type { BackupInfo } from '#shared/domain/backup.ts';
import { failure } from '#shared/domain/failure.ts';
import type { CheckReport, Finding, FindingCode } from '#shared/domain/vault-check.ts';
import { judgeVault } from './check-vault.ts';
import type { Restored, RestoreRequest } from './ports/backups.ts';
import type { Ports } from './ports.ts';

/** What was damaged when the backup was made comes back as it was, and is told: everything else must be whole. */
const wasDamaged = ({ damaged }: BackupInfo, { code, place }: Finding) =>
  (code === 'damaged' || code === 'checkpoint-differs') &&
  damaged.some(({ store }) => place.startsWith(`${store}/`));

/** With these a backup is not the vault it was: it is refused. Other faults were in the vault before, and come with it. */
const unacceptable: ReadonlySet<FindingCode> = new Set([
  'damaged',
  'checkpoint-differs',
  'heads-seal-broken',
  'cut-since-sealed',
  'changed-since-sealed',
  'cut-since-outside',
  'changed-since-outside',
]);

/**
 * Restores a vault into a folder, after checking all of it. Fails as `Vaults.restore` does.
 * @returns what the check found as well: an attachment may have been damaged before the backup was made.
 */
export async function restoreVault(
  ports: Ports,
  folder: string,
  request: RestoreRequest,
): Promise<Restored & { readonly report: CheckReport }> {
  let report: CheckReport | undefined;
  const restored = await ports.vaults.restore(folder, request, async (reading, info, heads) => {
    report = await judgeVault(ports, reading, [{ from: info.name, stores: heads }]);
    const found = report.findings.find(
      (finding) => unacceptable.has(finding.code) && !wasDamaged(info, finding),
    );
    if (found !== undefined) throw failure('PACKAGE_REFUSED', { why: 'damaged', entry: found.place });
  });
  if (report === undefined) throw new TypeError('restored without a check');
  return { ...restored, report };
}

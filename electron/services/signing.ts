import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Ports, SignerRecord } from './ports.ts';
import { takeUpload } from './read-pdf.ts';
import type { Session } from './session.ts';
import { changeSettings, timestampServiceOf } from './settings.ts';

const newestFirst = (a: SignerRecord, b: SignerRecord) => b.createdAt.localeCompare(a.createdAt);

/** The key of an organisation that the vault's owner signs with instead of the device's; undefined without one. */
export const organisationKey = (session: Session): SignerRecord | undefined =>
  [...session.vault().profile.all('signers').values()]
    .filter((signer) => signer.source === 'organisation')
    .sort(newestFirst)[0];

export function createSigningService(ports: Ports, session: Session): Services['signing'] {
  const own = () => {
    const signers = [...session.vault().profile.all('signers').values()].sort(newestFirst);
    const profile = session.profile();
    const device = signers.filter((signer) => signer.owner && signer.source === undefined);
    const record = device.find((signer) => signer.name === profile?.name) ?? device[0];
    if (profile === undefined || record === undefined)
      throw failure('VAULT_DAMAGED', { file: 'profile', what: 'signer-missing' });
    return { profile, device: record };
  };
  const state = async () => {
    const imported = organisationKey(session);
    return {
      device: ports.signers.facts(own().device.certificates),
      organisation: imported === undefined ? null : ports.signers.facts(imported.certificates),
      timestampService: timestampServiceOf(session.vault()),
    };
  };

  return {
    get: state,
    importKey: async ({ uploadId, password }) => {
      const { profile } = own();
      const file = await takeUpload(ports, uploadId);
      const now = ports.clock.now();
      const key = await ports.signers.importKey(file, password, now);
      const before = organisationKey(session);
      const record: SignerRecord = {
        ...key,
        id: ports.newId(),
        name: profile.name,
        gmcNumber: profile.gmcNumber,
        owner: true,
        source: 'organisation',
        createdAt: now.toISOString(),
      };
      await session
        .vault()
        .profile.commit('signer.import', [
          ...(before === undefined ? [] : [{ collection: 'signers' as const, id: before.id, value: null }]),
          { collection: 'signers', id: record.id, value: record },
        ]);
      return state();
    },
    removeKey: async () => {
      const before = organisationKey(session);
      if (before !== undefined)
        await session
          .vault()
          .profile.commit('signer.remove', [{ collection: 'signers', id: before.id, value: null }]);
      return state();
    },
    setTimestampService: async ({ address }) => {
      await changeSettings(session, 'settings.timestamps', { timestampService: address });
      return state();
    },
  };
}

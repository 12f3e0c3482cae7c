import type { ProfileInput } from '#shared/domain/profile.ts';
import type { PanelMember } from '#shared/domain/review.ts';
import type { NewId } from '../../services/ports.ts';
import { sampleOwner, samplePanel } from '../../services/sample/sample-people.ts';

const [chair, supervisor, administrator] = samplePanel;
const organisation = chair.organisation;

export const demoDoctor = sampleOwner;
export const demoSupervisor: ProfileInput = {
  name: supervisor.name,
  roles: ['supervisor', 'panel'],
  gmcNumber: supervisor.gmcNumber,
};
export const demoChair: ProfileInput = { name: chair.name, roles: ['panel'], gmcNumber: chair.gmcNumber };

/** Of the Trust's CESR team. Has no Waymark: judges and signs at the chair's computer, with a passphrase of their own. */
export const demoColleague = { name: 'Dr Sample Colleague (invented)', gmcNumber: '0000004' };

/** Three who sign, and an administrator who releases. */
export const demoPanel = (newId: NewId): readonly PanelMember[] => [
  { id: newId(), ...chair },
  { id: newId(), ...supervisor },
  { id: newId(), ...demoColleague, role: 'cesr-team', organisation },
  { id: newId(), ...administrator },
];

/** Shown when a demo has run, as the vaults can be looked around in. */
export const demoPassphrases = {
  doctor: 'sample doctor passphrase',
  supervisor: 'sample supervisor passphrase',
  panel: 'sample panel passphrase',
  colleague: 'sample colleague passphrase',
} as const;

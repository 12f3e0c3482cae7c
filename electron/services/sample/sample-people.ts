import type { PortfolioInput } from '#shared/domain/portfolio.ts';
import type { ProfileInput } from '#shared/domain/profile.ts';

/** Everybody here is invented; the names say so, and the numbers are outside what the GMC has issued. */
export const samplePassphrase = 'sample passphrase';
/** The chair signs with a passphrase of their own, never with the doctor's. */
export const sampleChairPassphrase = 'sample chair passphrase';

export const sampleOwner: ProfileInput = {
  name: 'Dr Sample Doctor (invented)',
  roles: ['doctor'],
  gmcNumber: '0000001',
};

export const samplePlaces = [
  'Sample Royal Hospital (invented)',
  'Sample District Hospital (invented)',
] as const;

export const samplePanel = [
  {
    name: 'Dr Sample Chair (invented)',
    role: 'chair',
    gmcNumber: '0000002',
    organisation: 'Sample NHS Trust (invented)',
  },
  {
    name: 'Dr Sample Supervisor (invented)',
    role: 'supervisor',
    gmcNumber: '0000003',
    organisation: 'Sample NHS Trust (invented)',
  },
  {
    name: 'Ms Sample Administrator (invented)',
    role: 'administrator',
    gmcNumber: null,
    organisation: 'Sample NHS Trust (invented)',
  },
  { name: 'Mr Sample Lay Member (invented)', role: 'lay', gmcNumber: null, organisation: '' },
] as const;

export const samplePortfolio = (targetDate: string): PortfolioInput => ({
  doctor: { name: sampleOwner.name, gmcNumber: sampleOwner.gmcNumber },
  packId: 'general-internal-medicine',
  targetDate,
  employer: 'Sample NHS Trust (invented)',
});

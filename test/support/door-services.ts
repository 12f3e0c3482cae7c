import { contract } from '#shared/contract/index.ts';
import type { Services } from '#shared/contract/services.ts';

type Overrides = { readonly [Area in keyof Services]?: Partial<Services[Area]> };

/** Every service of the contract: those given, and for the rest one that fails as a fault would. */
export function fakeServices(overrides: Overrides): Services {
  const areas = Object.entries(contract).map(([area, procedures]) => [
    area,
    {
      ...Object.fromEntries(
        Object.keys(procedures).map((name) => [
          name,
          async () => Promise.reject(new Error(`${name} is not faked`)),
        ]),
      ),
      ...overrides[area as keyof Services],
    },
  ]);
  return Object.fromEntries(areas) as Services;
}

/** A status a locked vault would give. */
export const lockedStatus = {
  state: 'locked',
  fault: null,
  host: 'browser',
  version: '0.0.0-test',
  vaultFolder: '/nowhere',
  syncedFolder: false,
  profile: null,
  sample: false,
  ways: { recovery: false, keychain: false },
  lockAfter: null,
  recovery: null,
} as const;

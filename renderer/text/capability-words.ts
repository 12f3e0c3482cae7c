import type { capabilityKinds } from '#shared/domain/guidance-pack.ts';

export const capabilityKindWords: Record<(typeof capabilityKinds)[number], string> = {
  clinical: 'Clinical',
  generic: 'Generic (non-clinical)',
};

import type { FailureData } from '#shared/domain/failure-codes.ts';
import type { Certainty } from '#shared/domain/pack-provenance.ts';

export const certaintyWords: Record<Certainty, { readonly title: string; readonly meaning: string }> = {
  certain: { title: 'Certain', meaning: 'Read on an official page, or several independent pages agree.' },
  likely: { title: 'Likely', meaning: 'From a secondary source. Check it before you rely on it.' },
  recalled: {
    title: 'Recalled',
    meaning: 'General knowledge, not confirmed. Check it before you rely on it.',
  },
  working: { title: 'Working aim', meaning: 'Waymark’s own working aim. No guidance asks for it.' },
};

/** How far a whole pack can be relied upon, in the list somebody chooses from. */
export const packStandingWords: Record<Certainty, string> = {
  certain: 'Checked',
  likely: 'Checked',
  recalled: 'Draft: confirm against the SSG',
  working: 'Checked in outline: the titles are Waymark’s own',
};

/** Why a guidance file is not taken: `That file …`. */
export const guidanceRefusals: Record<FailureData['GUIDANCE_REFUSED']['why'], string> = {
  json: 'is not JSON',
  'too-large': 'is too large to be guidance',
  'not-case': 'is no CASE package',
  'wrong-shape': 'is not shaped as a CASE package is',
  'missing-node': 'puts something under an item it does not have',
  cycle: 'puts an item under itself',
  'no-items': 'has no items',
  'too-many': 'has more of something than a pack can hold',
  'not-a-pack': 'does not make a sound pack',
};

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

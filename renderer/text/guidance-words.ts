import { ukDate } from '#shared/domain/dates.ts';
import type { FailureData } from '#shared/domain/failure-codes.ts';
import type { CapabilityFate, MovedReview } from '#shared/domain/guidance-change.ts';
import type { Expectation } from '#shared/domain/guidance-pack.ts';
import type { Became } from '#shared/domain/guidance-reading.ts';
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

/** What becomes of a capability under other guidance. */
export const fateWords: Record<CapabilityFate['fate'], string> = {
  same: 'The same',
  alike: 'Renamed, perhaps: look at the suggestion',
  gone: 'Not there',
};

const becameTitles: Record<Became['kind'], string> = {
  capability: 'capability',
  theme: 'theme',
  heading: 'a heading, not taken',
  'left-out': 'left out: more than 60 under one capability',
  elsewhere: 'also under another item: only its first place is kept',
  'other-links': 'other links between items: not taken',
};

/** `Domain: CS Computing → capability CS`. */
export function becameWords({ kind, type, from, code, cut, count }: Became): string {
  if (kind === 'other-links') return `${count} ${becameTitles[kind]}`;
  const what = type === '' ? from : `${type}: ${from}`;
  return `${what} → ${becameTitles[kind]}${code === null ? '' : ` ${code}`}${cut ? ' (words cut to fit)' : ''}`;
}

const movedWhys: Record<NonNullable<MovedReview['why']>, string> = {
  unmapped: 'nothing there is like it',
  'judged-already': 'there is a judgement of that one already',
  signed: 'somebody has signed it',
};

/** `Review of 10/11/2026: the judgement of G2 goes to G3`. */
export function movedReviewWords({ heldOn, what, from, to, why }: MovedReview): string {
  const start = `Review of ${ukDate(heldOn)}: the ${what}${what === 'judgement' ? ' of' : ' for'} ${from}`;
  if (why === null) return `${start} goes to ${to}`;
  return what === 'judgement'
    ? `${start} is not taken over, and is kept as it is: ${movedWhys[why]}`
    : `${start} names no capability any more: ${movedWhys[why]}`;
}

/** What an expectation counts. */
export const unitNames: Record<Expectation['unit'], string> = {
  items: 'Pieces of evidence',
  cases: 'Cases they record',
  hours: 'Their hours',
  kinds: 'Different kinds of evidence',
  'verified-items': 'Verified pieces',
};

import type { RefereeWarning } from '#shared/domain/registers/referee-standing.ts';
import type { VerifierKind } from '#shared/domain/registers/verifier.ts';
import type { RegisterWarning } from '#shared/domain/registers/warnings.ts';
import { count } from './format.ts';

export const verifierKindWords: Record<VerifierKind, string> = {
  supervisor: 'Medical supervisor there, such as a consultant',
  hr: 'Human resources or medical staffing',
  administrator: 'Administrator',
  solicitor: 'Solicitor',
};

const items = (amount: number) => count(amount, 'item');

/** A warning as a sentence. @param name whom it is about; empty for an institution */
export function registerWarningWords(
  { kind, institution, items: amount }: RegisterWarning,
  name: string,
): string {
  const words: Record<RegisterWarning['kind'], string> = {
    'not-accepted': `${name} cannot verify for the GMC: solicitors and administrators are not accepted.`,
    'leaves-before': `${name} cannot be reached any more on the day you plan to submit.`,
    'leaves-while-checked': `${name} may be gone while the GMC still writes to verifiers, in the months after you submit.`,
    'no-verifier':
      institution === ''
        ? `Nobody can be named for ${items(amount)} without a place: write where it happened.`
        : `Nobody is named to verify ${items(amount)} at ${institution}.`,
    'several-verifiers': `Several verifiers are named for ${institution === '' ? 'what has no place' : institution}. One pro forma has one verifier.`,
    'other-employer': `${name} is asked to verify ${items(amount)} that happened somewhere else.`,
    'employment-only': `${name} may verify employment letters and job descriptions only, and is asked for ${items(amount)} of other kinds.`,
  };
  return words[kind];
}

export const refereeWarningWords: Record<RefereeWarning, string> = {
  'no-consent': 'has not agreed yet',
  'no-cv': 'has not been given your CV',
  'not-on-register': 'not noted as on the Specialist or GP Register or of equal standing',
  'too-long-ago': 'worked with you longer ago than the guidance asks for',
  'date-unknown': 'no day is noted when you last worked together',
};

import type { ShownSeal } from '#shared/domain/seals.ts';
import { isVouchedFor } from '#shared/domain/signer-standing.ts';
import { dayWords } from './format.ts';
import { identityCheckWords } from './review-words.ts';

type SealState = { readonly tone: 'good' | 'info' | 'bad'; readonly label: string; readonly words: string };

/** What a seal is worth today. */
export function sealState({ validity, statement, signature, amendedBy }: ShownSeal): SealState {
  const day = dayWords(statement.at);
  if (validity === 'altered')
    return {
      tone: 'bad',
      label: 'Does not hold',
      words: 'This seal, or what it is over, was altered. Do not rely on it.',
    };
  if (validity === 'valid')
    return {
      // Whose it is stands beside it: a sound seal by nobody one knows is not good news yet.
      tone: isVouchedFor(signature.standing) ? 'good' : 'info',
      label: 'Signed as it is now',
      words: 'What you see is what was signed.',
    };
  return {
    tone: 'info',
    label: 'Changed since',
    words:
      amendedBy === null
        ? `The signed version of ${day} is kept. It was changed since: have the present version signed where that matters.`
        : `The signed version of ${day} is kept. The same person has signed a later one.`,
  };
}

/** How the signer was identified and on whose device. */
export function presenceWords({
  statement: { presence },
  signature,
}: Pick<ShownSeal, 'statement' | 'signature'>): string {
  const how = identityCheckWords[presence.identityCheck];
  // Of what was not signed here, only the seal itself says so.
  const told = signature.standing.is === 'own' ? '' : 'As the seal tells it: ';
  return presence.identityCheck === 'own-profile'
    ? `${told}${how}.`
    : `${told}Signed in person on the device of ${presence.deviceOwner}. ${how}.`;
}

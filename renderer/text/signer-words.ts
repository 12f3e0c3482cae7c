import {
  isVouchedFor,
  type ShownSignature,
  type SignatureRemark,
  type SignerStanding,
} from '#shared/domain/signer-standing.ts';

export const remarkWords: Record<SignatureRemark, string> = {
  'before-certificate':
    'The time it claims lies before the signer’s certificate began. The clock of that computer may have been wrong.',
  'after-certificate': 'The time it claims lies after the signer’s certificate had ended.',
  'other-name':
    'It stands in the place of somebody of another name. Make sure that they are the same person.',
};

type SignerWords = {
  readonly tone: 'good' | 'info' | 'warn';
  readonly label: string;
  readonly advice: string;
};

const confirmedWords = {
  'by-voice': 'You compared their fingerprint by voice.',
  'in-person': 'You compared their fingerprint in person.',
  'trusted-channel': 'Their card came by a way you trust.',
  'not-yet': '',
} as const;

const toAsk = (name: string) =>
  `Ask ${name}, on a number you already have, whether they signed it, and for their card: People compares it for you.`;

type Words = (name: string, known: string, claim: Pick<ShownSignature, 'organisation'>) => SignerWords;

const words: Record<Exclude<SignerStanding['is'], 'confirmed'>, Words> = {
  own: () => ({
    tone: 'good',
    label: 'Signed with a key of this vault',
    advice: 'The key was made or brought in here, and opens only with its owner’s passphrase.',
  }),
  'card-only': (_name, known) => ({
    tone: 'warn',
    label: `Only a card of ${known}, not confirmed`,
    advice: `The key is that of the card in your directory, but nobody has compared it with ${known}. Until then it could be anybody’s. Compare it by voice under People.`,
  }),
  device: (name, known) => ({
    tone: 'warn',
    label: `Signed on the computer of ${known}`,
    advice: `The key was made on that computer and is not otherwise known. ${known} could have made it without ${name}. ${toAsk(name)}`,
  }),
  organisation: (_name, _known, { organisation }) => ({
    tone: 'info',
    label: 'Vouched for by your organisation',
    advice: `The certificate was issued by ${organisation ?? 'an organisation'}, which issued yours too. It answers for the name; you have not compared the key.`,
  }),
  'other-name': (name, known) => ({
    tone: 'warn',
    label: `The key of ${known}, not of ${name}`,
    advice: `It is to be the signature of ${name}, but the key belongs to ${known}. Ask both before you rely on it.`,
  }),
  'other-key': (name, known) => ({
    tone: 'warn',
    label: `Not the key you know of ${known}`,
    advice: `You know ${known} by another key. Somebody may be using the name. ${toAsk(name)}`,
  }),
  unknown: (name, _known, { organisation }) => ({
    tone: 'warn',
    label: 'Nobody you know',
    advice: `Anybody can make a key in any name, so nothing shows that ${name} signed this.${
      organisation === null
        ? ''
        : ` It says that it was issued by ${organisation}, which nobody here has confirmed.`
    } ${toAsk(name)}`,
  }),
};

/** Whose signature it is: the words of its badge, and what to do about it. */
export function signerWords(
  signature: Pick<ShownSignature, 'name' | 'standing' | 'organisation'>,
): SignerWords {
  const { standing, name } = signature;
  const { is, person } = standing;
  const called = name === '' ? 'the person it names' : name;
  if (is !== 'confirmed') return words[is](called, person?.name ?? called, signature);
  return {
    tone: 'good',
    label: `${person?.name ?? called}, known to you`,
    advice: confirmedWords[person?.confirmed ?? 'not-yet'],
  };
}

/** How many of these signatures nobody here has made sure of. */
export const unsureOf = (signatures: readonly Pick<ShownSignature, 'standing'>[]): number =>
  signatures.filter(({ standing }) => !isVouchedFor(standing)).length;

const known: Readonly<Record<string, string>> = {
  hash: 'It is damaged, or was changed on its way.',
  'not-genuine': 'It was not made by somebody who could open this vault.',
  'attachment-missing':
    'The attached files that belong to it are not beside it. Choose it in its own folder, or use a complete file.',
  damaged: 'It is damaged, cut short, or was changed on its way.',
  'not-age': 'It is not a Waymark package.',
  'work-factor': 'Its passphrase is protected in a way that would stop this computer.',
  archive: 'Its contents are packed in a way that hides something or contradicts itself.',
  name: 'It holds a file under a name that a package may not use.',
  duplicate: 'It holds the same name twice.',
  'too-large': 'It is larger than a package may be.',
  'too-many': 'It holds more files than a package may.',
  ratio: 'A file in it would grow to many times its size.',
  missing: 'A file that belongs to it is missing.',
  extra: 'It holds something that does not belong to it.',
  content: 'A file in it is not the one the sender sealed.',
  json: 'Its data is not written as it must be.',
  schema: 'Its data does not have the form that it must have.',
  seal: 'Its seal does not fit its contents.',
  'revision-hash': 'A version in it is not the one its mark belongs to.',
  record: 'A record in it is not one that Waymark writes.',
  author: 'A version in it does not say who wrote it.',
  ancestry: 'The order of the versions in it makes no sense.',
  versions:
    'It would put more versions of one record side by side than can be compared. Choose between those you have first.',
  collection: 'It holds a kind of record that does not belong here.',
  card: 'The card in it is damaged, or is no profile card.',
  executable: 'It holds a file that runs as a program or carries macros.',
  guidance: 'It follows guidance that this Waymark does not have.',
  audience: 'It holds more than a package for its audience may.',
  'not-here':
    'It goes back to a portfolio that is not in this vault. Open the vault that holds it, or ask for a package with the portfolio itself.',
  'written-once': 'It changes or removes a record that is written once and stays.',
};

/** Why a package, backup or card was refused, in a sentence. */
export const refusalWords = (why: string): string =>
  known[why] ?? 'It is not built as a Waymark file must be.';

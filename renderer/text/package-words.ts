const known: Readonly<Record<string, string>> = {
  damaged: 'It is damaged, or was changed on its way.',
  card: 'It is not a whole, unaltered card. Copy or save all of it, from the first letter to the last.',
  seal: 'Its seal does not fit its contents.',
  'revision-hash': 'A version in it is not the one its mark belongs to.',
  record: 'A record in it is not one that Waymark writes.',
  author: 'A version in it does not say who wrote it.',
  ancestry: 'The order of the versions in it makes no sense.',
  versions:
    'It would put more versions of one record side by side than can be compared. Choose between those you have first.',
  collection: 'It holds a kind of record that does not belong here.',
};

/** Why a package, backup or card was refused, in a sentence. */
export const refusalWords = (why: string): string =>
  known[why] ?? 'It is not built as a Waymark file must be.';

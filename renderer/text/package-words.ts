const known: Readonly<Record<string, string>> = {
  damaged: 'It is damaged, or was changed on its way.',
  seal: 'Its seal does not fit its contents.',
};

/** Why a package, backup or card was refused, in a sentence. */
export const refusalWords = (why: string): string =>
  known[why] ?? 'It is not built as a Waymark file must be.';

const words: Readonly<Record<string, string>> = {
  FILE_ENCRYPTED: 'It is under a password: it could not be read.',
  FILE_MALFORMED: 'It is damaged, too large, or of a kind that cannot be read.',
  FILE_UNREADABLE: 'There is no such file, or it may not be read.',
};

/** Why a file could not be looked into, for the person who named it. */
export const fileFaultWords = (code: string): string => words[code] ?? 'It could not be read.';

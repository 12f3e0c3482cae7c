/** Why a file is no part of its section's PDF, or is not there at all. */
export const besideReasons = ['kind', 'encrypted', 'malformed', 'signed', 'too-large', 'missing'] as const;
export type BesideReason = (typeof besideReasons)[number];

export const besideWords: Readonly<Record<BesideReason, string>> = {
  kind: 'not a PDF or picture: it is handed over as it is',
  encrypted: 'protected with a password: it is handed over as it is, and will cause delay',
  malformed: 'could not be read well enough to be joined: look at it, it is handed over as it is',
  signed: 'signed: joining it would break the signature, so it is handed over as it is',
  'too-large': 'too large to be joined: it is handed over as it is',
  missing: 'not kept in this vault: it is NOT in here',
};

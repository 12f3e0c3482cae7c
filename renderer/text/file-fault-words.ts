import type { FailureData } from '#shared/domain/failure-codes.ts';

/** What is wrong with a key file, and what to do. */
export const keyFileFaults: Record<FailureData['KEY_FILE']['why'], string> = {
  password: 'Check the password of the file and try again.',
  'no-key': 'It holds no private key with a certificate. Ask your organisation for one that does.',
  expired: 'Its certificate is not valid today. Ask your organisation for a new one.',
  'rsa-pss':
    'It holds an RSA-PSS key. Waymark checks such signatures but makes none, because many PDF readers call them invalid. Ask for an ordinary RSA or an EC key.',
  unsupported: 'Its encryption or kind of key is not supported. Ask for an RSA or EC key protected with AES.',
  unreadable: 'It is not a PKCS #12 file (.p12 or .pfx). Choose another file.',
};

/** Why a file could not be read, and what to do. */
export const malformedFiles: Record<FailureData['FILE_MALFORMED']['why'], string> = {
  damaged: 'It is damaged or not what its name says. Open it in another program and save it again.',
  'too-slow': 'Reading it took too long and was given up. Print it to a new PDF and add that.',
  'too-large': 'It is too large to be read here. Split it into smaller files.',
  'not-supported': 'Save it as a PDF and add that: files of this kind cannot be read.',
};

import { createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Integer } from 'asn1js';
import { childrenOf, descend, rawOf, readAsn1 } from '#electron/trust/asn1-tree.ts';
import { der, derOctets, derOid, derSequence } from '#electron/trust/der.ts';

const hmacs = {
  sha1: '1.2.840.113549.2.7',
  sha256: '1.2.840.113549.2.9',
  sha384: '1.2.840.113549.2.10',
  sha512: '1.2.840.113549.2.11',
} as const;
export type Hmac = keyof typeof hmacs;
const algorithm = (hmac: Hmac) => derSequence(derOid(hmacs[hmac]), der(0x05));
const integer = (value: number) => Buffer.from(new Integer({ value }).toBER());

/**
 * A key file with a mark as RFC 9579 has it, which OpenSSL before 3.4 cannot write.
 * @param unmarked as `openssl pkcs12 -export -nomac` writes it
 */
export function withPbmac1(
  unmarked: Uint8Array,
  password: string,
  options: { readonly mac?: Hmac; readonly prf?: Hmac | null; readonly keyLength?: number | null } = {},
): Buffer {
  const { mac = 'sha256', prf = 'sha256', keyLength = 32 } = options;
  const [version, authSafe] = childrenOf(readAsn1(unmarked)?.value);
  const content = descend(authSafe, 1, 0);
  if (version === undefined || authSafe === undefined || content === undefined) throw new TypeError('no P12');
  const salt = randomBytes(16);
  const rounds = 2048;
  const derivation = derSequence(
    derOid('1.2.840.113549.1.5.12'),
    derSequence(
      derOctets(salt),
      integer(rounds),
      ...(keyLength === null ? [] : [integer(keyLength)]),
      ...(prf === null ? [] : [algorithm(prf)]),
    ),
  );
  const key = pbkdf2Sync(Buffer.from(password, 'utf8'), salt, rounds, keyLength ?? 32, prf ?? 'sha1');
  const bytes = Buffer.from((content as unknown as { getValue: () => ArrayBuffer }).getValue());
  const mark = createHmac(mac, key).update(bytes).digest();
  const method = derSequence(derOid('1.2.840.113549.1.5.14'), derSequence(derivation, algorithm(mac)));
  // Salt and count beside it mean nothing any more.
  const macData = derSequence(
    derSequence(method, derOctets(mark)),
    derOctets(Buffer.from('NOT USED')),
    integer(1),
  );
  return derSequence(rawOf(version), rawOf(authSafe), macData);
}

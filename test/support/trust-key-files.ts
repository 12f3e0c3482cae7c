import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The kinds of key organisations issue, as `openssl req -newkey` names them. */
export const keyKinds = {
  'RSA 2048': ['rsa:2048'],
  'RSA 3072': ['rsa:3072'],
  'RSA-PSS 2048': ['rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'EC P-256': ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'EC P-384': ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  'EC P-521': ['ec', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  'RSA 1024': ['rsa:1024'],
  'EC secp256k1': ['ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1'],
} as const;
export type KeyKind = keyof typeof keyKinds;

export type KeyFileOptions = {
  readonly kind?: KeyKind;
  readonly password?: string;
  /** How `openssl pkcs12 -export` encrypts. */
  readonly encryption?: readonly string[];
  readonly usage?: string;
  readonly withoutKey?: boolean;
};

const subject = '/O=Sample NHS Trust (invented)/CN=Dr Sample Organisation (invented)';

/** A key file made by openssl: a root of the organisation, an issuer below it, and a doctor's key. With the root as PEM. */
export function opensslKeyFile(options: KeyFileOptions = {}): {
  readonly file: Buffer;
  readonly root: string;
} {
  const {
    kind = 'RSA 2048',
    password = 'file password',
    encryption = [],
    usage = 'digitalSignature,nonRepudiation',
  } = options;
  const folder = mkdtempSync(join(tmpdir(), 'waymark-p12-'));
  const at = (name: string) => join(folder, name);
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const request = (name: string, key: readonly string[], subj: string) =>
    openssl(
      'req',
      '-new',
      '-newkey',
      ...key,
      '-nodes',
      '-keyout',
      at(`${name}.key`),
      '-out',
      at(`${name}.csr`),
      '-subj',
      subj,
    );
  const issue = (name: string, issuer: string, extensions: string) => {
    writeFileSync(at(`${name}.ext`), extensions);
    openssl(
      ...['x509', '-req', '-in', at(`${name}.csr`), '-out', at(`${name}.pem`), '-extfile', at(`${name}.ext`)],
      ...['-days', '3650', '-sha256'],
      ...(issuer === ''
        ? ['-signkey', at(`${name}.key`)]
        : ['-CA', at(`${issuer}.pem`), '-CAkey', at(`${issuer}.key`), '-CAcreateserial']),
    );
  };
  try {
    const authority = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n';
    request('root', ['rsa:2048'], '/O=Sample NHS Trust (invented)/CN=Sample Root');
    issue('root', '', authority);
    request(
      'issuer',
      ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
      '/O=Sample NHS Trust (invented)/CN=Sample Issuer',
    );
    issue('issuer', 'root', authority);
    request('doctor', keyKinds[kind], subject);
    issue('doctor', 'issuer', `basicConstraints=CA:FALSE\nkeyUsage=critical,${usage}\n`);
    const chain = readFileSync(at('issuer.pem'), 'utf8') + readFileSync(at('root.pem'), 'utf8');
    writeFileSync(at('chain.pem'), chain);
    openssl(
      ...[
        'pkcs12',
        '-export',
        '-out',
        at('doctor.p12'),
        '-in',
        at('doctor.pem'),
        '-certfile',
        at('chain.pem'),
      ],
      ...(options.withoutKey === true ? ['-nokeys'] : ['-inkey', at('doctor.key')]),
      ...['-passout', `pass:${password}`, ...encryption],
    );
    return { file: readFileSync(at('doctor.p12')), root: readFileSync(at('root.pem'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

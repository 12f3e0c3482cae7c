import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const config = `[tsa]
default_tsa = main
[main]
dir = .
serial = ./serial
crypto_device = builtin
signer_cert = ./tsa.pem
certs = ./root.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

export type TimestampAuthority = {
  readonly address: string;
  /** The bodies that came in. */
  readonly requests: readonly Buffer[];
  /** What is answered next, once, instead of the truth. */
  readonly answerNext: (answer: { readonly status: number; readonly body: Uint8Array }) => void;
  /** A token over these bytes, as a service would give it. */
  readonly tokenFor: (request: Uint8Array) => Buffer;
  readonly close: () => Promise<void>;
};

/** A timestamp service of the machine's own openssl, on the loopback address. */
export async function startTimestampAuthority(): Promise<TimestampAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-tsa-'));
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  writeFileSync(join(folder, 'tsa.cnf'), config);
  writeFileSync(join(folder, 'serial'), '01\n');
  writeFileSync(
    join(folder, 'ext'),
    `keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n`,
  );
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-subj',
    '/CN=Sample TSA Root',
    '-days',
    '900',
  );
  openssl(
    'req',
    '-new',
    ...key,
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    '/CN=Sample Timestamp Service',
  );
  openssl(
    ...['x509', '-req', '-in', 'tsa.csr', '-out', 'tsa.pem', '-extfile', 'ext', '-days', '900'],
    ...['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial'],
  );
  const requests: Buffer[] = [];
  let next: { readonly status: number; readonly body: Uint8Array } | undefined;
  const tokenFor = (request: Uint8Array) => {
    writeFileSync(join(folder, 'query'), request);
    openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query', '-out', 'reply');
    return readFileSync(join(folder, 'reply'));
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      requests.push(body);
      const planned = next;
      next = undefined;
      const answer = planned ?? { status: 200, body: tokenFor(body) };
      response.writeHead(answer.status, { 'content-type': 'application/timestamp-reply' });
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/stamp`,
    requests,
    answerNext: (answer) => {
      next = answer;
    },
    tokenFor,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}

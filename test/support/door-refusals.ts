import type { Header } from './door-socket.ts';

/** In cases, `$port` and `$bearer` stand for what is known only at run time. */
export const goodHost: Header = ['Host', '127.0.0.1:$port'];
export const goodOrigin: Header = ['Origin', 'http://127.0.0.1:$port'];
export const goodSite: Header = ['Sec-Fetch-Site', 'same-origin'];
export const session: Header = ['Authorization', '$bearer'];
export const json: Header = ['Content-Type', 'application/json'];
export const call = '/rpc/app/status';
const outgoing = '/outgoing/3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c33';
export const ticketed = `${outgoing}?ticket=${'A'.repeat(43)}`;
export const blob = `/blobs/3f1c9a52-6a0e-4a53-9e0e-0f6f5a9b7c11/${'a'.repeat(64)}`;

export type Case = readonly [
  why: string,
  method: string,
  target: string,
  headers: readonly Header[],
  status: number,
];

const hosts = [
  'localhost:$port',
  'LOCALHOST:$port',
  '127.0.0.1',
  '127.0.0.1:80',
  '127.0.0.1:1$port',
  '127.0.0.1:0$port',
  '127.0.0.1:$port0',
  '127.0.0.1.nip.io:$port',
  '127.0.0.1.nip.io',
  '127-0-0-1.sslip.io:$port',
  'evil.example',
  'evil.example:$port',
  '127.0.0.1.evil.example:$port',
  'evil127.0.0.1:$port',
  '127.1:$port',
  '127.0.0.2:$port',
  '0.0.0.0:$port',
  '[::1]:$port',
  '[::ffff:127.0.0.1]:$port',
  '2130706433:$port',
  '0x7f000001:$port',
  '127.0.0.1.:$port',
  '127.0.0.1:$port.',
  '127.0.0.1:$port/',
  'user@127.0.0.1:$port',
  '127.0.0.1:$port@evil.example',
  '127.0.0.1:$port,evil.example',
  '127.0.0.1:$port, 127.0.0.1:$port',
  'http://127.0.0.1:$port',
  '127.0.0.1:$port#',
  '',
];
const origins = [
  'null',
  'NULL',
  '',
  'https://127.0.0.1:$port',
  'http://127.0.0.1',
  'http://127.0.0.1:1$port',
  'http://localhost:$port',
  'http://evil.example',
  'http://127.0.0.1:$port.evil.example',
  'http://127.0.0.1:$port/',
  'http://127.0.0.1:$port http://evil.example',
  'http://127.0.0.1.nip.io:$port',
  'app://bundle',
  'file://',
  'HTTP://127.0.0.1:$port',
  '*',
];
const sites = ['cross-site', 'same-site', 'Same-Origin', 'same-origin, none', '', 'other'];
const bearers = [
  '',
  'Bearer',
  'Bearer ',
  'Bearer undefined',
  `Bearer ${'A'.repeat(43)}`,
  'bearer',
  '$bearer x',
  '$bearerA',
  'Basic $bearer',
  '$bearer, $bearer',
  `Bearer ${'A'.repeat(8000)}`,
];

/** Requests that must never reach the door, with the status each is refused with. */
export const refused: readonly Case[] = [
  ...hosts.flatMap((name): readonly Case[] => [
    [`Host "${name}" for the page`, 'GET', '/', [['Host', name]], 421],
    [`Host "${name}" for a call`, 'POST', call, [['Host', name], goodOrigin, session, json], 421],
    [
      `Host and Origin "${name}"`,
      'POST',
      call,
      [['Host', name], ['Origin', `http://${name}`], session, json],
      421,
    ],
  ]),
  ['no Host', 'GET', '/', [], 421],
  ['Host twice, both good', 'GET', '/', [goodHost, goodHost], 421],
  ['Host twice, good first', 'GET', '/', [goodHost, ['Host', 'evil.example']], 421],
  ['Host twice, good last', 'GET', '/', [['Host', 'evil.example'], goodHost], 421],
  ['Host twice, by case', 'GET', '/', [goodHost, ['hOST', 'evil.example']], 421],
  [
    'a forwarded Host beside a bad one',
    'GET',
    '/',
    [
      ['Host', 'evil.example'],
      ['X-Forwarded-Host', '127.0.0.1:$port'],
    ],
    421,
  ],

  ['an absolute target', 'GET', 'http://evil.example/', [goodHost], 400],
  ['an absolute target that is ours', 'GET', 'http://127.0.0.1:$port/', [goodHost], 400],
  ['a target with two slashes', 'GET', '//evil.example/', [goodHost], 400],
  ['an escaped call', 'POST', '/%72pc/app/status', [goodHost, goodOrigin, json], 400],
  ['an escaped blob', 'GET', blob.replace('blobs', '%62lobs'), [goodHost], 400],
  ['an escaped slash', 'POST', '/rpc%2fapp/status', [goodHost, goodOrigin, json], 400],
  ['a dotted call', 'POST', '/./rpc/app/status', [goodHost, goodOrigin, json], 400],
  ['a call round a corner', 'POST', '/x/../rpc/app/status', [goodHost, goodOrigin, session, json], 400],
  ['a blob round a corner', 'GET', `/assets/..${blob}`, [goodHost], 400],
  ['a fragment in the target', 'GET', `/#${blob}`, [goodHost], 400],

  ...origins.flatMap((origin): readonly Case[] => [
    [`Origin "${origin}" for a call`, 'POST', call, [goodHost, ['Origin', origin], session, json], 403],
    [`Origin "${origin}" for a session`, 'POST', '/session', [goodHost, ['Origin', origin], json], 403],
    [`Origin "${origin}" for a finished file`, 'GET', outgoing, [goodHost, ['Origin', origin], session], 403],
    [`Origin "${origin}" with a ticket`, 'GET', ticketed, [goodHost, ['Origin', origin]], 403],
    [`Origin "${origin}" for a blob`, 'GET', blob, [goodHost, ['Origin', origin], session], 403],
  ]),
  ['Origin twice', 'POST', call, [goodHost, goodOrigin, goodOrigin, session, json], 400],
  [
    'Origin twice, one foreign',
    'POST',
    call,
    [goodHost, goodOrigin, ['Origin', 'http://evil.example'], session, json],
    400,
  ],
  ['a foreign Origin for the page', 'GET', '/', [goodHost, ['Origin', 'http://evil.example']], 403],
  ...['POST', 'PUT', 'DELETE'].map(
    (method): Case => [`${method} without Origin`, method, '/uploads', [goodHost, session, json], 403],
  ),
  ['a session without Origin', 'POST', '/session', [goodHost, json], 403],

  ...sites.flatMap((site): readonly Case[] => [
    [`Sec-Fetch-Site "${site}" with a ticket`, 'GET', ticketed, [goodHost, ['Sec-Fetch-Site', site]], 403],
    [`Sec-Fetch-Site "${site}" for the page`, 'GET', '/', [goodHost, ['Sec-Fetch-Site', site]], 403],
    [
      `Sec-Fetch-Site "${site}" for a call`,
      'POST',
      call,
      [goodHost, goodOrigin, ['Sec-Fetch-Site', site], session, json],
      403,
    ],
  ]),
  ['Sec-Fetch-Site twice', 'GET', '/', [goodHost, goodSite, ['Sec-Fetch-Site', 'cross-site']], 400],
  [
    'a blob that is navigated to',
    'GET',
    blob,
    [goodHost, goodSite, ['Sec-Fetch-Mode', 'navigate'], session],
    403,
  ],
  ['a finished file typed in', 'GET', outgoing, [goodHost, ['Sec-Fetch-Site', 'none'], session], 403],
  ['a ticket typed in', 'GET', ticketed, [goodHost, ['Sec-Fetch-Site', 'none']], 403],
  [
    'a finished file that is navigated to without a ticket',
    'GET',
    outgoing,
    [goodHost, goodSite, ['Sec-Fetch-Mode', 'navigate'], session],
    403,
  ],
  ['a ticket and more in the query', 'GET', `${ticketed}&more=1`, [goodHost, goodSite], 401],
  ['a ticket of another length', 'GET', `${ticketed}A`, [goodHost, goodSite], 401],
  ['a ticket twice', 'GET', `${ticketed}&ticket=${'A'.repeat(43)}`, [goodHost, goodSite], 401],
  ['a ticket for a blob', 'GET', `${blob}?ticket=${'A'.repeat(43)}`, [goodHost, goodSite], 401],
  ['a ticket for a call', 'POST', `${call}?ticket=${'A'.repeat(43)}`, [goodHost, goodOrigin, json], 401],
  ['asking for a ticket without a session', 'POST', `${outgoing}/ticket`, [goodHost, goodOrigin], 401],
  ['asking for a ticket from elsewhere', 'POST', `${outgoing}/ticket`, [goodHost, session], 403],
  ['a blob typed in', 'GET', blob, [goodHost, ['Sec-Fetch-Site', 'none'], session], 403],
  [
    'a call posted by a form',
    'POST',
    call,
    [goodHost, goodOrigin, goodSite, ['Sec-Fetch-Mode', 'navigate'], session],
    403,
  ],

  ...bearers.flatMap((token): readonly Case[] => [
    [
      `Authorization "${token.slice(0, 40)}" for a call`,
      'POST',
      call,
      [goodHost, goodOrigin, ['Authorization', token], json],
      401,
    ],
    [
      `Authorization "${token.slice(0, 40)}" for a blob`,
      'GET',
      blob,
      [goodHost, ['Authorization', token]],
      401,
    ],
  ]),
  ['no bearer for a call', 'POST', call, [goodHost, goodOrigin, json], 401],
  ['no bearer for an upload', 'POST', '/uploads', [goodHost, goodOrigin, json], 401],
  ['no bearer for a blob', 'GET', blob, [goodHost], 401],
  ['no bearer for a finished file', 'GET', outgoing, [goodHost], 401],
  ['no bearer for any write', 'POST', '/anything', [goodHost, goodOrigin, json], 401],
  ['two bearers', 'POST', call, [goodHost, goodOrigin, session, session, json], 400],
  ['the bearer in a cookie', 'POST', call, [goodHost, goodOrigin, ['Cookie', 'session=$bearer'], json], 401],
  ['the bearer in the query', 'GET', `${blob}?token=x&authorization=Bearer`, [goodHost], 401],
  [
    'the bearer under another name',
    'POST',
    call,
    [goodHost, goodOrigin, ['Proxy-Authorization', '$bearer'], json],
    401,
  ],

  ['OPTIONS', 'OPTIONS', '/', [goodHost], 403],
  ['OPTIONS *', 'OPTIONS', '*', [goodHost], 403],
  [
    'a preflight',
    'OPTIONS',
    call,
    [goodHost, ['Origin', 'http://evil.example'], ['Access-Control-Request-Method', 'POST']],
    403,
  ],
  ['a preflight of our own', 'OPTIONS', call, [goodHost, goodOrigin, session], 403],
  ['TRACE', 'TRACE', '/', [goodHost], 405],
  ['PATCH', 'PATCH', call, [goodHost, goodOrigin, session], 405],
  ['GET of the session', 'GET', '/session', [goodHost, session], 405],
  [
    'an upgrade to a socket',
    'GET',
    call,
    [goodHost, ['Connection', 'Upgrade'], ['Upgrade', 'websocket']],
    401,
  ],

  [
    'a call announced as too long',
    'POST',
    call,
    [goodHost, goodOrigin, session, json, ['Content-Length', String(9 * 1024 ** 2)]],
    413,
  ],
  [
    'two lengths',
    'POST',
    call,
    [goodHost, goodOrigin, session, json, ['Content-Length', '2'], ['Content-Length', '3']],
    400,
  ],
  [
    'a length and chunks',
    'POST',
    call,
    [goodHost, goodOrigin, session, json, ['Content-Length', '2'], ['Transfer-Encoding', 'chunked']],
    400,
  ],
  ['a header too long', 'GET', '/', [goodHost, ['X-Long', 'x'.repeat(20_000)]], 431],
  ['a folded header', 'GET', '/', [goodHost, ['X-Folded', 'a\r\n b\u0000']], 400],
];

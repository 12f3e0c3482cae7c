/** A room of the house: where it is, what it may enter, and which packages were let in. */
export type Room = {
  readonly path: string;
  /** Folders or files whose code it may import. Its own folder is always allowed. */
  readonly enters: readonly string[];
  readonly packages: readonly string[];
  readonly node: boolean;
};

// The file and the folder of that name.
const ports = 'electron/services/ports';
const mantine = [
  '@mantine/core',
  '@mantine/hooks',
  '@mantine/dates',
  '@mantine/dropzone',
  '@mantine/spotlight',
  '@mantine/notifications',
  '@mantine/modals',
];
const screens = [
  ...mantine,
  'react',
  '@tabler/icons-react',
  '@tanstack/react-query',
  '@tanstack/react-router',
  '@tanstack/react-virtual',
  'react-hook-form',
  '@hookform/resolvers',
  'zod',
  'dayjs',
  'diff',
  'lean-qr',
];

/** First match wins, so that a narrower room stands before the folder around it. */
export const rooms: readonly Room[] = [
  { path: 'shared/domain/', enters: [], packages: ['zod', 'canonicalize'], node: false },
  { path: 'shared/contract/', enters: ['shared/domain/'], packages: ['zod', '@orpc/contract'], node: false },
  { path: 'shared/guidance/', enters: ['shared/domain/'], packages: ['zod'], node: false },
  { path: 'electron/services/', enters: ['shared/'], packages: [], node: false },
  {
    path: 'electron/storage/',
    enters: ['shared/', ports],
    // yauzl and yazl: a backup is an archive of the vault's own files, made and read with the vault's own keys.
    packages: ['lowdb', 'file-type', 'zod', 'yauzl', 'yazl'],
    node: true,
  },
  {
    path: 'electron/trust/',
    enters: ['shared/', ports],
    packages: ['pkijs', 'asn1js', 'zod'],
    node: true,
  },
  {
    path: 'electron/exchange/',
    enters: ['shared/', ports],
    packages: ['age-encryption', '@noble/ciphers', 'yauzl', 'yazl', 'csv-stringify', 'zod'],
    node: true,
  },
  {
    path: 'electron/reports/',
    enters: ['shared/', ports],
    packages: ['@myriaddreamin/typst-ts-node-compiler', 'zod'],
    node: true,
  },
  {
    path: 'electron/host/',
    enters: ['shared/', ports],
    packages: ['hono', '@orpc/server', '@orpc/contract', 'zod'],
    node: true,
  },
  {
    path: 'electron/shell/',
    enters: ['electron/host/', 'shared/contract/bridge.ts'],
    packages: ['electron'],
    node: true,
  },
  { path: 'electron/commands/', enters: ['shared/', 'electron/'], packages: [], node: true },
  { path: 'electron/preload.ts', enters: ['shared/contract/bridge.ts'], packages: ['electron'], node: false },
  { path: 'electron/main.ts', enters: ['electron/'], packages: ['electron'], node: true },
  { path: 'electron/', enters: ['electron/', 'shared/', 'package.json'], packages: [], node: true },
  {
    path: 'renderer/features/',
    enters: ['renderer/api/', 'renderer/forms/', 'renderer/ui/', 'renderer/text/', 'shared/'],
    packages: screens,
    node: false,
  },
  {
    path: 'renderer/api/',
    enters: ['shared/'],
    packages: [
      '@orpc/client',
      '@orpc/contract',
      '@orpc/tanstack-query',
      '@tanstack/react-query',
      '@noble/hashes',
      'react',
      'zod',
    ],
    node: false,
  },
  { path: 'renderer/text/', enters: ['shared/'], packages: [], node: false },
  {
    path: 'renderer/',
    enters: ['renderer/', 'shared/'],
    packages: [...screens, 'react-dom', '@orpc/client'],
    node: false,
  },
];

/** Why each package is here. A package nobody has placed fails the test. */
export const packageReasons: Readonly<Record<string, string>> = {
  lowdb: 'holds the state of a store; its adapter is ours',
  zod: 'schemas of records and of the contract',
  '@orpc/contract': 'the contract',
  '@orpc/server': 'the contract, served',
  '@orpc/client': 'the contract, called',
  '@orpc/tanstack-query': 'queries and mutations from the contract',
  hono: 'routes of the door',
  pkijs: 'CMS signatures',
  asn1js: 'DER for the strict verifier',
  '@cantoo/pdf-lib': 'makes plain PDFs for the tests of signing',
  '@myriaddreamin/typst-ts-node-compiler': 'lays the report out as PDF/A',
  canonicalize: 'RFC 8785, so that a hash means a value',
  'file-type': 'a file’s type from its bytes, not its name',
  'age-encryption': 'the age format of packages, which the ordinary age tool opens',
  '@noble/ciphers': 'ChaCha20-Poly1305 where the host’s own crypto has none (Electron)',
  yauzl: 'reads archives, entry by entry, under our limits',
  yazl: 'writes archives as a stream',
  '@types/yauzl': 'types',
  '@types/yazl': 'types',
  'csv-stringify': 'CSV that a spreadsheet cannot be made to run',
  diff: 'words that differ between two versions of a text',
  'lean-qr': 'QR code of a profile card',
  electron: 'the desktop shell',
  'electron-vite': 'builds the three halves',
  vite: 'bundler',
  'electron-builder': 'installers',
  '@electron/fuses': 'reads the fuses back from a packaged app',
  vitest: 'tests',
  '@playwright/test': 'journeys in a real browser',
  'fast-check': 'property tests',
  'axe-core': 'accessibility judge',
  knip: 'finds what nothing uses',
  typescript: 'types and walls',
  '@biomejs/biome': 'lint and format',
  '@vitejs/plugin-react': 'fast refresh while developing',
  react: 'the renderer',
  'react-dom': 'the renderer',
  '@types/react': 'types',
  '@types/react-dom': 'types',
  '@types/node': 'types',
  'react-hook-form': 'forms',
  '@hookform/resolvers': 'forms checked by the contract’s own schemas',
  '@mantine/core': 'components',
  '@mantine/hooks': 'components',
  '@mantine/dates': 'date fields',
  '@mantine/dropzone': 'dropping files',
  '@mantine/spotlight': 'command palette',
  '@mantine/notifications': 'quiet notices',
  '@mantine/modals': 'confirmations',
  dayjs: 'needed by the date fields',
  '@tanstack/react-router': 'routes',
  '@tanstack/react-query': 'server state',
  '@tanstack/react-virtual': 'long lists',
  '@noble/hashes': 'SHA-256 of a file while it goes up',
  '@tabler/icons-react': 'icons',
  'postcss-preset-mantine': 'Mantine’s own CSS mixins',
  'postcss-simple-vars': 'breakpoints in CSS',
  postcss: 'runs the two above',
};

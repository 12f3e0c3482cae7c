/** Signed builds have a certificate in the environment; without one a Mac build is signed ad hoc, for trying only. */
const signed = Boolean(process.env.CSC_LINK || process.env.CSC_NAME);

/**
 * What goes into the installers. `test/unit/packaging` packs the app with this very file and reads the result.
 * @type {import('electron-builder').Configuration}
 */
const config = {
  appId: 'uk.waymark.desktop',
  productName: 'Waymark',
  copyright: 'Copyright © The Waymark team. Apache-2.0',
  directories: { output: 'dist', buildResources: 'build/icons' },
  // Only what was built, and the packages it needs at run time. The command line and its local host stay out.
  files: [
    'out/main/**',
    '!out/main/headless.js',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    '!**/*.{ts,mts,cts,tsx,map,flow,tsbuildinfo}',
    '!**/node_modules/**/{test,tests,__tests__,docs,doc,example,examples,coverage}/**',
    // The other builds of pdf.js; its data lies beside the archive.
    '!**/node_modules/pdfjs-dist/{build,web,cmaps,standard_fonts,iccs,wasm,image_decoders,types}/**',
    '!**/node_modules/zxing-wasm/dist/{cjs,iife,miniprogram,full,writer}/**',
  ],
  asar: true,
  // The layout engine's native addon is loaded by the system, which cannot look into the archive.
  asarUnpack: ['**/*.node'],
  // Read by that engine too, so plain files as well.
  extraResources: [
    { from: 'out/templates', to: 'templates' },
    { from: 'out/fonts', to: 'fonts' },
    { from: 'out/documents', to: 'documents' },
  ],
  // The addon is prebuilt for every platform; nothing is compiled here.
  npmRebuild: false,
  electronLanguages: ['en', 'en-GB', 'en-US', 'en_GB'],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  artifactName: 'Waymark-${version}-${os}-${arch}.${ext}',
  publish: null,
  icon: 'icon.png',
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    synopsis: 'Portfolio pathway evidence, supervision and annual review',
    // A .deb must name both; addresses under .example belong to nobody until the project has its own.
    maintainer: 'The Waymark team <team@waymark.example>',
  },
  extraMetadata: { homepage: 'https://waymark.example' },
  win: { target: ['nsis', 'portable'], requestedExecutionLevel: 'asInvoker' },
  // For one person, without an administrator; uninstalling never touches anybody's vault.
  nsis: {
    oneClick: true,
    perMachine: false,
    allowElevation: false,
    deleteAppDataOnUninstall: false,
    artifactName: 'Waymark-Setup-${version}-${arch}.${ext}',
  },
  portable: { artifactName: 'Waymark-Portable-${version}-${arch}.${ext}' },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.medical',
    // The hardened runtime refuses libraries of another signer, and ad hoc signatures count as all different.
    hardenedRuntime: signed,
    gatekeeperAssess: false,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
    ...(signed ? {} : { identity: '-' }),
  },
};

export default config;

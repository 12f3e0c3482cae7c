import type { ManifestEntry } from '#shared/domain/packages/manifest.ts';

/** Names the package's own descriptions have; every other entry is listed in the manifest. */
export const manifestName = 'manifest.json';
export const sealName = 'seal.json';
export const sumsName = 'SHA256SUMS';

type Sum = Pick<ManifestEntry, 'path' | 'sha256'>;

/** `SHA256SUMS` as `sha256sum -c` reads it. There is one right text for a package, and a reader takes no other. */
export const sumsText = (manifestHash: string, sealHash: string, entries: readonly Sum[]): string =>
  [{ path: manifestName, sha256: manifestHash }, { path: sealName, sha256: sealHash }, ...entries]
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');

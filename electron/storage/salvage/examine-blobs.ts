import { type BlobPlace, blobNameKey, nameOf } from '../blob-writer.ts';
import { verifyBlob } from '../check/read-blobs.ts';
import type { Files } from '../files.ts';
import { type Fault, faultOf } from './good-part.ts';

async function readThrough(files: Files, place: BlobPlace, part: string, name: string): Promise<void> {
  const file = await files.open(`${place.folder}/${part}/${name}`, 'read');
  try {
    await verifyBlob(file, place, `${place.store}/blobs/${part}/${name}`, name, {});
  } finally {
    await file.close();
  }
}

export type BlobFault = Fault & {
  /** Its name within the blobs' folder. */
  readonly name: string;
};

/**
 * Reads every attached file to its end. Nothing is changed.
 * @param named hashes that records name: of these none may be missing.
 */
export async function examineBlobs(
  files: Files,
  place: BlobPlace,
  named: readonly string[],
): Promise<readonly BlobFault[]> {
  const faults: BlobFault[] = [];
  const seen = new Set<string>();
  for (const part of (await files.list(place.folder)) ?? []) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    for (const file of (await files.list(`${place.folder}/${part}`)) ?? []) {
      if (!/^[0-9a-f]{64}$/.test(file)) continue;
      const name = `${part}/${file}`;
      seen.add(name);
      const fault = await faultOf(() => readThrough(files, place, part, file));
      if (fault !== undefined) faults.push({ ...fault, name });
    }
  }
  for (const name of new Set(named.map((hash) => nameOf(blobNameKey(place), hash)))) {
    if (!seen.has(name)) faults.push({ file: `${place.store}/blobs/${name}`, what: 'missing', name });
  }
  return faults;
}

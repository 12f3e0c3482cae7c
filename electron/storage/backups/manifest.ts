import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type BackupManifest, backupFormat, backupManifestSchema } from '#shared/domain/backup.ts';
import { failure } from '#shared/domain/failure.ts';
import { readFully } from '../file-steps.ts';
import type { OpenFile } from '../files.ts';
import { subkey } from '../seal.ts';
import { readZip, refused, type ZipEntry } from './zip-reader.ts';

export const manifestName = 'manifest.json';
/** HMAC-SHA-256 over the manifest's bytes, in hex: only who can open the vault can make one. */
export const macName = 'manifest.mac';
export const needs = '0.2.0';
const largest = 32 * 1024 ** 2;
const macBytes = 64;

export const manifestKey = (dataKey: Uint8Array, vaultId: string) =>
  subkey(dataKey, vaultId, 'backup-manifest');

export const macOf = (key: Uint8Array, text: string | Uint8Array) =>
  createHmac('sha256', key).update(text).digest('hex');

/** A backup file whose directory has been read. Nothing in it is trusted until `genuine` says so. */
export type BackupFile = {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly manifest: BackupManifest;
  /** Whether the manifest was made by somebody who could open the vault this key belongs to. */
  readonly genuine: (key: Uint8Array) => boolean;
};

const versionedSchema = z.object({
  kind: z.literal('waymark-backup'),
  format: z.number(),
  needs: z.string(),
});

async function bytesOf(file: OpenFile, entry: ZipEntry | undefined, most: number): Promise<Buffer> {
  if (entry === undefined) throw refused('no-manifest');
  if (entry.size > most) throw refused('too-large', entry.name);
  const bytes = Buffer.allocUnsafe(entry.size);
  if ((await readFully(file, bytes, entry.start)) < entry.size) throw refused('truncated', entry.name);
  return bytes;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw refused('manifest', manifestName);
  }
}

/** Reads what a backup says of itself. Fails with PACKAGE_REFUSED or PACKAGE_NEWER. */
export async function readBackupFile(file: OpenFile): Promise<BackupFile> {
  const entries = await readZip(file);
  const bytes = await bytesOf(file, entries.get(manifestName), largest);
  const mac = await bytesOf(file, entries.get(macName), macBytes);
  const raw = parse(bytes);
  const versioned = versionedSchema.safeParse(raw);
  if (versioned.success && versioned.data.format > backupFormat) {
    throw failure('PACKAGE_NEWER', { needs: versioned.data.needs });
  }
  const parsed = backupManifestSchema.safeParse(raw);
  if (!parsed.success) throw refused('manifest', manifestName);
  const manifest = parsed.data;
  const inside = [...manifest.files, ...(manifest.complete ? manifest.attachments : [])];
  for (const { name, size } of inside) {
    if (entries.get(name)?.size !== size) throw refused('missing', name);
  }
  if (new Set(inside.map(({ name }) => name)).size !== inside.length) throw refused('manifest', manifestName);
  if (entries.size !== inside.length + 2) throw refused('unlisted');
  return {
    entries,
    manifest,
    genuine: (key) => {
      const expected = Buffer.from(macOf(key, bytes));
      return mac.length === expected.length && timingSafeEqual(mac, expected);
    },
  };
}

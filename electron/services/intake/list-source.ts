import type { ImportSource } from '#shared/contract/intake.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { ColumnMap } from '#shared/domain/intake/columns.ts';
import type { MailType } from '#shared/domain/intake/mail-item.ts';
import type { Ports } from '../ports.ts';

/** A file that holds evidence, wherever its bytes are. */
export type ListFile = {
  readonly name: string;
  readonly hash: Sha256;
  readonly size: number;
  readonly bytes: () => AsyncIterable<Uint8Array>;
};

/** As `ImportSource`, with the files themselves. */
export type ListSource =
  | {
      readonly kind: 'spreadsheet';
      readonly file: ListFile;
      readonly sheet: string | null;
      readonly columns: ColumnMap;
    }
  | { readonly kind: 'publications'; readonly files: readonly ListFile[] }
  | { readonly kind: 'messages'; readonly files: readonly ListFile[]; readonly as: MailType };

/** All of a file in memory, in a buffer of its own. Fails with FILE_TOO_LARGE before a byte is read. */
export async function wholeOf(file: ListFile, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > limit) throw failure('FILE_TOO_LARGE', { size: file.size, limit });
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for await (const part of file.bytes()) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Fails with NOT_FOUND when an upload is not there any more. */
export async function uploadedFile(
  { uploads }: Pick<Ports, 'uploads'>,
  { uploadId, name }: { readonly uploadId: string; readonly name: string },
): Promise<ListFile> {
  const upload = await uploads.take(uploadId);
  if (upload === undefined) throw failure('NOT_FOUND', { what: 'upload' });
  return { name, hash: upload.hash, size: upload.size, bytes: () => upload.bytes() };
}

export async function uploadedSource(
  ports: Pick<Ports, 'uploads'>,
  source: ImportSource,
): Promise<ListSource> {
  if (source.kind === 'spreadsheet') return { ...source, file: await uploadedFile(ports, source.file) };
  const files = await Promise.all(source.files.map((file) => uploadedFile(ports, file)));
  return { ...source, files };
}

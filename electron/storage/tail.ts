import { failure } from '#shared/domain/failure.ts';
import { asStorageFailure } from './faults.ts';
import { writeAll } from './file-steps.ts';
import type { OpenFile } from './files.ts';

/** The end of a journal segment, where lines are added. */
export type Tail = {
  /** Resolves when the bytes are on the device. After a failure the segment is as it was, or nothing more is accepted. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** True once the segment's state on the device is unknown: it accepts nothing until it is opened anew. */
  readonly broken: () => boolean;
  /** Bytes that are known to be on the device. */
  readonly length: () => number;
  readonly close: () => Promise<void>;
};

/** @param start bytes of the segment that are known to be good. */
export function createTail(file: OpenFile, start: number): Tail {
  let length = start;
  let broken = false;

  const cutBack = async () => {
    try {
      await file.truncate(length);
    } catch {
      // A later line must never follow half of this one.
      broken = true;
    }
  };

  return {
    append: async (bytes) => {
      if (broken) throw failure('READ_ONLY', {});
      try {
        await writeAll(file, bytes, length);
      } catch (thrown) {
        await cutBack();
        throw asStorageFailure(thrown);
      }
      try {
        await file.sync();
      } catch (thrown) {
        // After a failed sync the system may have dropped the bytes and will not say so again: asking twice proves
        // nothing (Rebello et al., "Can applications recover from fsync failures?", 2020).
        broken = true;
        await cutBack();
        throw asStorageFailure(thrown);
      }
      if (!file.hasName()) {
        // The folder was deleted while it was open: what was just synced will be gone with this process.
        broken = true;
        throw failure('STORAGE_FAILED', { code: 'ENOENT' });
      }
      length += bytes.length;
    },
    broken: () => broken,
    length: () => length,
    close: () => file.close(),
  };
}

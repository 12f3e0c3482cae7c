import { createIntake } from '#electron/intake/intake.ts';
import { resourceFolders } from '#electron/resource-folders.ts';
import { root } from '#test/architecture/imports.ts';

/** The real thread, reading real files. */
export const reader = createIntake({ worker: resourceFolders(`${root}/electron`).intakeWorker });

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The reason a file is refused for; a file that is read is a test failure. */
export async function whyRefused(reading: Promise<unknown>): Promise<unknown> {
  try {
    await reading;
  } catch (thrown) {
    if (
      thrown instanceof Error &&
      'data' in thrown &&
      typeof thrown.data === 'object' &&
      thrown.data !== null
    )
      return 'why' in thrown.data ? thrown.data.why : thrown.message;
    throw thrown;
  }
  throw new Error('the file was expected to be refused');
}

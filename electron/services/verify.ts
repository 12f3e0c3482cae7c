import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import { knownCertificates } from './people-certificates.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';

/** Reports are small; anything larger is not one, and must not fill the memory. */
export const largestPdf = 256 * 1024 ** 2;

export function createVerifyService(ports: Ports, session: Session): Services['verify'] {
  return {
    check: async ({ uploadId }) => {
      const upload = await ports.uploads.take(uploadId);
      if (upload === undefined) throw failure('NOT_FOUND', { what: 'upload' });
      try {
        if (upload.size > largestPdf)
          throw failure('FILE_TOO_LARGE', { size: upload.size, limit: largestPdf });
        const pdf = new Uint8Array(upload.size);
        let offset = 0;
        for await (const chunk of upload.bytes()) {
          pdf.set(chunk, offset);
          offset += chunk.length;
        }
        return await ports.verifier.verify(pdf, knownCertificates(ports, session));
      } finally {
        await ports.uploads.drop(uploadId);
      }
    },
  };
}

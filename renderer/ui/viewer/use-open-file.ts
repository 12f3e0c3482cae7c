import { useEffect, useState } from 'react';
import { readKeptBytes } from '#renderer/api/downloads.ts';
import { documentLimits } from '#shared/domain/documents/text.ts';
import type { KeptFile } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';

/** The bytes of a kept file; undefined until they are there. They are given away: whoever takes them alters them. */
export function useOpenFile(
  portfolioId: string,
  { hash, name, mediaType, size }: KeptFile,
  onFault: (fault: unknown) => void,
): ArrayBuffer | undefined {
  const [bytes, setBytes] = useState<ArrayBuffer>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: who hears of the fault does not make it another file
  useEffect(() => {
    const leaving = new AbortController();
    const read = async () => {
      if (size > documentLimits.bytes) throw failure('FILE_MALFORMED', { why: 'too-large' });
      return readKeptBytes(portfolioId, { hash, name, mediaType }, leaving.signal);
    };
    read().then(
      (arrived) => leaving.signal.aborted || setBytes(arrived),
      (fault: unknown) => leaving.signal.aborted || onFault(fault),
    );
    return () => {
      leaving.abort();
      setBytes(undefined);
    };
  }, [portfolioId, hash, size]);
  return bytes;
}

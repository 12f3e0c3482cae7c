import { useMemo } from 'react';
import type { MarkWords } from '#renderer/ui/viewer/word-marks.ts';
import type { Passage } from '#shared/domain/evidence.ts';
import { findAll, findQuote } from '#shared/domain/passages/find-quote.ts';
import type { Finding } from './use-find.ts';

/** What to mark on the page that is shown: the passage one came for, and what is being looked for. */
export function useMarks(page: number, passage: Passage | undefined, finding: Finding): MarkWords {
  const quote = passage !== undefined && page >= passage.from && page <= passage.to ? passage.quote : '';
  const words = finding.words.trim().length >= 2 ? finding.words : '';
  const nth = finding.current?.page === page ? finding.current.nth : -1;
  return useMemo(
    () => (text) => {
      const quoted = quote === '' ? undefined : findQuote(text, quote);
      const found = words === '' ? [] : findAll(text, words);
      return [
        ...(quoted === undefined ? [] : [{ ...quoted, kind: 'passage' as const }]),
        ...found.map((place, at) => ({
          ...place,
          kind: at === nth ? ('current' as const) : ('found' as const),
        })),
      ];
    },
    [quote, words, nth],
  );
}

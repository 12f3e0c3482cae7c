import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#renderer/api/client.ts';
import { failure } from '#shared/domain/failure.ts';
import { inParts } from './in-parts.ts';
import type { PageProps } from './sheet-types.ts';
import classes from './viewer.module.css';

/** What can be read of a file that is no PDF and no picture: Word, text, e-mail, and whatever else holds words. */
export function WordsPage(props: PageProps) {
  const { portfolioId, file, page, zoom, onPages, onDrawn, onFault } = props;
  const query = useQuery(
    api.documents.text.queryOptions({ input: { portfolioId, hash: file.hash }, staleTime: Infinity }),
  );
  const { data, error } = query;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each page and answer
  useEffect(() => {
    if (error !== null) onFault(error);
    if (data === undefined) return;
    if (data.kind === 'other' || data.kind === 'image')
      return onFault(failure('FILE_MALFORMED', { why: 'not-supported' }));
    onPages(Math.max(1, data.pages.length));
    onDrawn();
  }, [data, error, page]);
  const text = data?.pages.find((one) => one.page === page)?.text;
  if (text === undefined) return null;
  return (
    <div className={classes.words} data-words style={{ fontSize: zoom === 'width' ? '1rem' : `${zoom}rem` }}>
      {text.trim() === '' ? <p className={classes.noWords}>There are no words in this file.</p> : null}
      {inParts(text).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in order
        <div key={at} className={classes.part}>
          {part}
        </div>
      ))}
      {data?.cutShort === true ? (
        <p className={classes.noWords}>The file is longer than what is shown here.</p>
      ) : null}
    </div>
  );
}

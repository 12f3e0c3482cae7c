import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailedState, LoadingState } from './states.tsx';

/**
 * The loading and failed states of a query, so that a screen only writes its empty and full ones:
 * `<QueryStates query={query} what="reviews">{(reviews) => …}</QueryStates>`. Data that is shown stays shown while
 * it is asked for again, also when that fails.
 */
export function QueryStates<T>(props: {
  readonly query: UseQueryResult<T, Error>;
  /** What is loading: `reviews`. */
  readonly what: string;
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}) {
  const { query, what, rows, children } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  return rows === undefined ? <LoadingState what={what} /> : <LoadingState what={what} rows={rows} />;
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { api, client } from '#renderer/api/client.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { useSaveState } from '#renderer/ui/save-state.ts';

/**
 * Where an item stands with the check. It is asked again after each save, and files that nobody looked through yet are
 * looked through by themselves, once; after a failure or a stop it waits for somebody to start it.
 */
export function useCheck(portfolioId: string, id: string) {
  const standing = useQuery(
    api.identifiers.standing.queryOptions({ input: { portfolioId, id }, staleTime: 0 }),
  );
  // A mark is about the files as they are saved, not as they were when the page was opened.
  const item = useQuery(api.evidence.get.queryOptions({ input: { portfolioId, id }, staleTime: 0 }));
  const job = useStartedJob(() => client.identifiers.check({ portfolioId, id }));
  const saving = useSaveState();
  const savedAt = saving.is === 'saved' ? saving.at : null;
  const refresh = useEffectEvent(() => {
    void standing.refetch();
    void item.refetch();
  });
  useEffect(() => {
    if (savedAt !== null) refresh();
  }, [savedAt]);

  const waiting = (standing.data?.files ?? [])
    .filter(({ state }) => state === 'unchecked')
    .map(({ file }) => file)
    .join(' ');
  const tried = useRef('');
  const start = useEffectEvent(() => {
    if (tried.current === waiting || job.running) return;
    tried.current = waiting;
    job.start(undefined);
  });
  useEffect(() => {
    if (waiting !== '' && !job.running) start();
  }, [waiting, job.running]);
  return { standing, item, job, check: () => job.start(undefined) };
}

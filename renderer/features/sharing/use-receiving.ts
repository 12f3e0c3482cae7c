import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, client } from '#renderer/api/client.ts';
import { useJob } from '#renderer/api/use-job.ts';
import {
  type PackageAbout,
  packageMergedSchema,
  packagePreviewSchema,
} from '#shared/domain/packages/preview.ts';

/** A package that was uploaded: where its bytes wait, and what is known of it. */
type Arrived = {
  readonly uploadId: string;
  readonly name: string;
  readonly passphrase: string | null;
  /** Null while its passphrase is missing. */
  readonly about: PackageAbout | null;
};

const quietly = { meta: { refresh: false } } as const;

/** The way of a package from the file to the vault, step by step. */
export function useReceiving() {
  const [arrived, setArrived] = useState<Arrived | null>(null);
  const [checkId, setCheckId] = useState<string | null>(null);
  const [mergeId, setMergeId] = useState<string | null>(null);
  const checking = useJob(checkId);
  const merging = useJob(mergeId);
  const preview = packagePreviewSchema.safeParse(checking.job?.result);
  const merged = packageMergedSchema.safeParse(merging.job?.result);
  const openId = preview.success ? preview.data.openId : null;

  const check = useMutation({
    ...api.packages.open.mutationOptions(),
    ...quietly,
    onSuccess: ({ jobId }) => setCheckId(jobId),
  });
  const merge = useMutation({
    ...api.packages.merge.mutationOptions(),
    ...quietly,
    onSuccess: ({ jobId }) => setMergeId(jobId),
  });
  const peek = async (uploadId: string, name: string, passphrase: string | null) => {
    setCheckId(null);
    setMergeId(null);
    const { about } = await client.packages.peek({ uploadId, passphrase });
    setArrived({ uploadId, name, passphrase, about });
    // From somebody who is known there is nothing to ask before it is checked.
    if (about?.sender.standing === 'known' || about?.sender.standing === 'own')
      check.mutate({ uploadId, passphrase });
  };
  const retry = useMutation({
    mutationFn: ({ passphrase }: { readonly passphrase: string | null }) =>
      arrived === null ? Promise.resolve() : peek(arrived.uploadId, arrived.name, passphrase),
    ...quietly,
  });

  // What was opened and not kept is forgotten when somebody goes away, and not only at the next lock.
  const waiting = useRef<string | null>(null);
  waiting.current = merged.success || mergeId !== null ? null : openId;
  useEffect(
    () => () => {
      if (waiting.current !== null)
        void client.packages.discard({ openId: waiting.current }).catch(() => undefined);
    },
    [],
  );

  return {
    arrived,
    checking,
    merging,
    preview: preview.success ? preview.data : null,
    merged: merged.success ? merged.data : null,
    startError: check.error ?? merge.error,
    peek,
    retry,
    merge: () => (openId === null ? undefined : merge.mutate({ openId })),
    putAway: () => {
      if (openId !== null && mergeId === null)
        void client.packages.discard({ openId }).catch(() => undefined);
      check.reset();
      merge.reset();
      retry.reset();
      setArrived(null);
      setCheckId(null);
      setMergeId(null);
    },
  };
}
export type Receiving = ReturnType<typeof useReceiving>;

import { useCallback, useEffect, useRef, useState } from 'react';
import { isAbort } from '#renderer/api/door-fetch.ts';
import { uploadFile } from '#renderer/api/uploads.ts';

/** One file on its way. It leaves the list when it has arrived or was cancelled. */
export type Upload = {
  readonly key: string;
  readonly file: File;
  /** From 0 to 1. */
  readonly share: number;
  readonly error: unknown;
};
export type UploadDesk = {
  readonly uploads: readonly Upload[];
  readonly busy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly cancel: (key: string) => void;
  readonly retry: (key: string) => void;
};

/**
 * Sends files one after another; `onArrived` gets each finished upload's id and does what the upload is for.
 * The signal tells it of a cancel that comes while it does so. A failure keeps the file in the list with its reason, so that it can be tried again or put away.
 */
export function useUploads(
  onArrived: (uploadId: string, file: File, signal: AbortSignal) => Promise<unknown>,
): UploadDesk {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const controls = useRef(new Map<string, AbortController>());
  const queue = useRef<Promise<void>>(Promise.resolve());
  const arrived = useRef(onArrived);
  arrived.current = onArrived;

  const change = useCallback((key: string, part: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  }, []);
  const drop = useCallback((key: string) => {
    controls.current.delete(key);
    setUploads((all) => all.filter((upload) => upload.key !== key));
  }, []);

  const send = useCallback(
    async (key: string, file: File) => {
      const control = controls.current.get(key);
      if (control === undefined || control.signal.aborted) return;
      try {
        const onProgress = (share: number) => change(key, { share });
        const id = await uploadFile(file, { onProgress, signal: control.signal });
        await arrived.current(id, file, control.signal);
        drop(key);
      } catch (error) {
        if (isAbort(error)) drop(key);
        else change(key, { error });
      }
    },
    [change, drop],
  );
  const start = useCallback(
    (key: string, file: File) => {
      controls.current.set(key, new AbortController());
      queue.current = queue.current.then(() => send(key, file));
    },
    [send],
  );

  useEffect(() => {
    const running = controls.current;
    return () => {
      for (const control of running.values()) control.abort();
    };
  }, []);

  return {
    uploads,
    busy: uploads.some((upload) => upload.error === null),
    add: (files) => {
      const added = files.map((file) => ({ key: crypto.randomUUID(), file, share: 0, error: null }));
      setUploads((all) => [...all, ...added]);
      for (const { key, file } of added) start(key, file);
    },
    cancel: (key) => {
      controls.current.get(key)?.abort();
      drop(key);
    },
    retry: (key) => {
      const upload = uploads.find((candidate) => candidate.key === key);
      if (upload === undefined) return;
      change(key, { error: null, share: 0 });
      start(key, upload.file);
    },
  };
}

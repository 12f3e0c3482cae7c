import { Button, Group, Stack } from '@mantine/core';
import { useDropTarget } from '#renderer/ui/drop-target.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { useGivenFiles } from '#renderer/ui/given-files.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import { UploadList } from '#renderer/ui/upload-list.tsx';
import { useUploads } from '#renderer/ui/use-uploads.ts';
import { MergedPart } from './merged-part.tsx';
import { PassphrasePart } from './passphrase-part.tsx';
import { PreviewPart } from './preview-part.tsx';
import { AboutPackage, MeetSender } from './sender-part.tsx';
import { type Receiving, useReceiving } from './use-receiving.ts';

const isStranger = ({ arrived }: Receiving) =>
  arrived?.about?.sender.standing === 'unknown' || arrived?.about?.sender.standing === 'other-keys';

function Steps({ receiving }: { readonly receiving: Receiving }) {
  const { arrived, checking, merging, preview, merged, startError, retry, merge, putAway } = receiving;
  if (merged !== null) return <MergedPart merged={merged} onAnother={putAway} />;
  if (arrived === null) return null;
  if (arrived.about === null)
    return (
      <PassphrasePart
        busy={retry.isPending}
        error={retry.error}
        onGiven={(passphrase) => retry.mutate({ passphrase })}
      />
    );
  const again = () => retry.mutate({ passphrase: arrived.passphrase });
  return (
    <Stack gap="md">
      <AboutPackage about={arrived.about} name={arrived.name} />
      {isStranger(receiving) ? (
        <MeetSender key={arrived.uploadId} sender={arrived.about.sender} onKnown={again} />
      ) : null}
      {preview === null ? <JobProgress watched={checking} label="Checking the package" /> : null}
      {preview === null ? null : (
        <PreviewPart preview={preview} busy={merging.running} onMerge={merge} onDiscard={putAway} />
      )}
      <JobProgress watched={merging} label="Keeping the package" />
      {startError === null ? null : <FailedState error={startError} />}
      {retry.error === null ? null : <FailedState error={retry.error} onRetry={again} />}
      {preview !== null || checking.running ? null : (
        <Group>
          <Button variant="default" onClick={putAway}>
            Put it away
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Opens a package somebody sent: who sealed it, what would change, and only then keeps it. */
export function ReceiveScreen() {
  const receiving = useReceiving();
  const desk = useUploads((uploadId, file) => receiving.peek(uploadId, file.name, null));
  const take = (files: readonly File[]) => {
    for (const old of desk.uploads) desk.cancel(old.key);
    receiving.putAway();
    desk.add(files.slice(0, 1));
  };
  useGivenFiles('receive', take);
  useDropTarget('Drop a package to open it', take);
  return (
    <>
      <PageHeader
        title="Receive a package"
        intro="Open a .waymark file that somebody sent you. It is checked from end to end before anything of it is kept."
        actions={
          <LinkButton to={paths.send} variant="default">
            Send a package
          </LinkButton>
        }
      />
      <Stack gap="md">
        {receiving.arrived === null ? (
          <FileDrop
            label="Choose a package"
            hint="or drop it here (.waymark)"
            multiple={false}
            accept=".waymark"
            disabled={desk.busy}
            onFiles={take}
          />
        ) : null}
        <UploadList desk={desk} />
        <div aria-live="polite">
          <Steps receiving={receiving} />
        </div>
      </Stack>
    </>
  );
}

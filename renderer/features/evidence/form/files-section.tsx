import { Alert, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { api } from '#renderer/api/client.ts';
import { saveKeptFile } from '#renderer/api/downloads.ts';
import { sizeWords } from '#renderer/text/format.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { showUndo } from '#renderer/ui/undo-notice.tsx';
import { UploadList } from '#renderer/ui/upload-list.tsx';
import type { UploadDesk } from '#renderer/ui/use-uploads.ts';
import { type Attachment, largestAttachment } from '#shared/domain/evidence.ts';
import { firstToShow } from '../viewer/file-choice.ts';
import type { View } from '../viewer/use-view.ts';
import { AttachmentList } from './attachment-list.tsx';
import { FormSection } from './form-section.tsx';
import type { DraftForm } from './use-draft-form.ts';

const changed = { shouldDirty: true, shouldTouch: true } as const;

/** Keeps a finished upload and adds it to the form, unless the very same bytes are there already. */
export function useKeepFile(form: DraftForm, portfolioId: string) {
  const [twice, setTwice] = useState<readonly string[]>([]);
  const { mutateAsync: keep } = useMutation(api.files.keep.mutationOptions({ meta: { refresh: false } }));
  const onArrived = async (uploadId: string, file: File, signal: AbortSignal) => {
    const attachment = await keep({ portfolioId, uploadId, name: file.name });
    if (signal.aborted) return;
    const present = form.getValues('attachments');
    const same = present.find(({ hash }) => hash === attachment.hash);
    if (same === undefined) form.setValue('attachments', [...present, attachment], changed);
    else setTwice((all) => [...all, twiceWords(file.name, same.name)]);
  };
  return { onArrived, twice, forget: () => setTwice([]) };
}

const twiceWords = (added: string, present: string) =>
  added === present
    ? `“${added}” is already here, so it was not added again.`
    : `“${added}” is the same file as “${present}”, so it was not added again.`;

/** Files of the item: any type, any number, each with its progress. */
export function FilesSection(props: {
  readonly form: DraftForm;
  readonly portfolioId: string;
  readonly itemId: string | null;
  readonly desk: UploadDesk;
  readonly twice: readonly string[];
  readonly onForget: () => void;
  readonly view: View;
}) {
  const { form, portfolioId, itemId, desk, twice, onForget, view } = props;
  const attachments = useWatch({ control: form.control, name: 'attachments' });
  const [failed, setFailed] = useState<unknown>(null);
  const notices = useRef<(() => void)[]>([]);
  // Once the form is left it cannot put a file back.
  useEffect(
    () => () => {
      for (const hide of notices.current) hide();
    },
    [],
  );
  const download = (attachment: Attachment) => {
    setFailed(null);
    saveKeptFile(portfolioId, attachment).catch(setFailed);
  };
  const remove = (attachment: Attachment) => {
    const without = form.getValues('attachments').filter(({ hash }) => hash !== attachment.hash);
    form.setValue('attachments', without, changed);
    const hide = showUndo({
      message: `Removed “${attachment.name}”.`,
      onUndo: () => form.setValue('attachments', [...form.getValues('attachments'), attachment], changed),
    });
    notices.current.push(hide);
  };
  return (
    <FormSection
      name="files"
      title="Files"
      intro={`Certificates, forms, letters, spreadsheets: any type, up to ${sizeWords(largestAttachment)} each. Take patients’ names and numbers out first.`}
    >
      <AttachmentList
        attachments={attachments}
        itemId={itemId}
        shown={view.file}
        onView={(attachment) => view.open(firstToShow(attachment))}
        onDownload={download}
        onRemove={remove}
      />
      <UploadList desk={desk} />
      {twice.length === 0 ? null : (
        <Alert
          variant="outline"
          icon={<IconCopy aria-hidden />}
          title="Already attached"
          role="status"
          withCloseButton
          closeButtonLabel="Put this notice away"
          onClose={onForget}
        >
          {twice.map((words, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may come twice
            <Text size="sm" key={at}>
              {words}
            </Text>
          ))}
        </Alert>
      )}
      {failed === null ? null : <FailedState error={failed} />}
      <FileDrop label="Add files" hint="or drop them here" multiple onFiles={desk.add} />
    </FormSection>
  );
}

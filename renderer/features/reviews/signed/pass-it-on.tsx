import { List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { UploadList } from '#renderer/ui/upload-list.tsx';
import { useUploads } from '#renderer/ui/use-uploads.ts';
import type { Review } from '#shared/domain/review.ts';

/** For members who sign on their own computer: the report goes to them and comes back. */
export function PassItOn({ review }: { readonly review: Review }) {
  const { portfolioId } = usePortfolio();
  const receive = useMutation(api.reviews.receiveSigned.mutationOptions());
  const desk = useUploads((uploadId) => receive.mutateAsync({ portfolioId, id: review.id, uploadId }));
  const bringBack = (files: readonly File[]) => {
    for (const old of desk.uploads) desk.cancel(old.key);
    desk.add(files.slice(0, 1));
  };
  return (
    <Disclosure label="Signing on another computer">
      <Stack gap="sm">
        <List type="ordered" size="sm" spacing={4}>
          <List.Item>Save the signed report (above) and send it to one person.</List.Item>
          <List.Item>
            They open it under Verify in their own Waymark, sign it there, and send it back.
          </List.Item>
          <List.Item>
            Bring it in here. Then send the new copy to the next person: two who sign the same copy at once
            cannot be joined.
          </List.Item>
        </List>
        <FileDrop
          label="Bring back a signed copy"
          hint="or drop the PDF here. It is taken only if it is this report, unchanged, with further signatures."
          multiple={false}
          accept="application/pdf,.pdf"
          disabled={desk.busy}
          onFiles={bringBack}
        />
        <UploadList desk={desk} />
        <div aria-live="polite">{desk.busy ? <Text size="sm">Checking…</Text> : null}</div>
      </Stack>
    </Disclosure>
  );
}

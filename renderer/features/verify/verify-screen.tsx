import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { UploadList } from '#renderer/ui/upload-list.tsx';
import { useUploads } from '#renderer/ui/use-uploads.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { SignThis } from './sign-this.tsx';
import { VerdictView } from './verdict-view.tsx';

type Checked = { readonly file: File; readonly verdict: Verdict };

/** Judges a PDF someone handed over: who signed, and whether it is still what they signed. */
export function VerifyScreen() {
  const [checked, setChecked] = useState<Checked | null>(null);
  const desk = useUploads(async (uploadId, file) => {
    setChecked({ file, verdict: await client.verify.check({ uploadId }) });
  });
  const check = (files: readonly File[]) => {
    for (const old of desk.uploads) desk.cancel(old.key);
    setChecked(null);
    desk.add(files.slice(0, 1));
  };
  return (
    <>
      <PageHeader
        title="Verify a report"
        intro="Drop a signed PDF to see who signed it, when by their computer’s clock, and whether anything was changed since. The file stays on this computer and is not kept."
      />
      <Stack gap="lg">
        <FileDrop
          label={checked === null ? 'Choose a PDF' : 'Choose another PDF'}
          hint="or drop it here"
          multiple={false}
          accept="application/pdf,.pdf"
          disabled={desk.busy}
          onFiles={check}
        />
        <UploadList desk={desk} />
        <div aria-live="polite">
          {desk.busy ? <Text size="sm">Checking…</Text> : null}
          {checked === null ? null : <VerdictView name={checked.file.name} verdict={checked.verdict} />}
        </div>
        {checked === null ? null : <SignThis key={checked.verdict.sha256} {...checked} />}
      </Stack>
    </>
  );
}

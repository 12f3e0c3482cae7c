import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconDownload, IconEraser, IconLock, IconShare } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { saveKeptFile } from '#renderer/api/downloads.ts';
import { momentWords } from '#renderer/text/format.ts';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Attachment } from '#shared/domain/evidence.ts';
import { areasToBurn, type KeptMarking } from '#shared/domain/redaction/marks.ts';
import { PageView } from '../page-view.tsx';
import classes from '../redaction.module.css';
import { ShareOriginal } from './share-original.tsx';
import { Verdict } from './verdict.tsx';

type Shown = 'copy' | 'original';

/** The copy beside its original, page by page; what the check says of it, and who gets what. */
export function CopyView(props: {
  readonly portfolioId: string;
  readonly itemId: string;
  readonly file: Attachment;
  readonly copy: NonNullable<Attachment['redacted']>;
  readonly kept: KeptMarking | null;
  readonly onAgain: () => void;
}) {
  const { portfolioId, itemId, file, copy, kept, onAgain } = props;
  const [shown, setShown] = useState<Shown>('copy');
  const [page, setPage] = useState(1);
  const [failed, setFailed] = useState<unknown>(null);
  const first = useRef<HTMLDivElement>(null);
  // The button that made the copy is gone: whoever pressed it goes on here.
  useEffect(() => {
    if (document.activeElement === document.body) first.current?.focus({ preventScroll: true });
  }, []);
  // Marks that were changed since say nothing of this copy.
  const marks = kept !== null && kept.burntAt === copy.at ? areasToBurn(kept) : [];
  return (
    <div className={classes.layout}>
      <div className={classes.columns}>
        <PageView
          portfolioId={portfolioId}
          file={shown === 'copy' ? copy : file}
          page={page}
          onTurn={setPage}
          tools={
            <SegmentedControl
              aria-label="Which of the two is shown"
              size="xs"
              value={shown}
              onChange={(value) => setShown(value === 'copy' ? 'copy' : 'original')}
              data={[
                { value: 'copy', label: 'Shared copy' },
                { value: 'original', label: 'Private original' },
              ]}
            />
          }
        />
        <Stack gap="md" className={classes.rail ?? ''}>
          <Section title="Who gets what">
            <Stack gap="sm">
              <Note ref={first} tone="good" icon={IconShare} title="Others get the redacted copy">
                <Text size="sm">
                  Made {momentWords(copy.at)}. Packages, submissions and reports hold this copy and nothing
                  else of the file.
                </Text>
              </Note>
              <Note tone="info" icon={IconLock} title="The original stays private">
                <Text size="sm">
                  It is in your vault, your backups, and in what you export for yourself: nowhere else.
                </Text>
              </Note>
              <Group gap={6}>
                <Button
                  leftSection={<IconEraser size={18} aria-hidden />}
                  variant="default"
                  onClick={onAgain}
                >
                  Redact again
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconDownload size={18} aria-hidden />}
                  onClick={() => {
                    setFailed(null);
                    saveKeptFile(portfolioId, copy).catch(setFailed);
                  }}
                >
                  Save the copy
                </Button>
                <ShareOriginal portfolioId={portfolioId} itemId={itemId} hash={file.hash} name={file.name} />
              </Group>
              {failed === null ? null : <FailedState error={failed} />}
            </Stack>
          </Section>
          <Verdict key={copy.hash} portfolioId={portfolioId} itemId={itemId} copy={copy.hash} marks={marks} />
        </Stack>
      </div>
    </div>
  );
}

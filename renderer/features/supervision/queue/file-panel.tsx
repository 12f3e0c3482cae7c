import { Button, NativeSelect, Text } from '@mantine/core';
import { IconMessagePlus, IconX } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import { FilePage } from '#renderer/ui/viewer/file-page.tsx';
import { withinPages, type Zoom } from '#renderer/ui/viewer/page-maths.ts';
import { PageTools } from '#renderer/ui/viewer/page-tools.tsx';
import { usePicked } from '#renderer/ui/viewer/use-picked.ts';
import type { Attachment, KeptFile, Passage } from '#shared/domain/evidence.ts';
import classes from './queue.module.css';

export type FileView = { readonly hash: string; readonly page: number };

/** What others get of an attachment is what is judged: the redacted copy where there is one. */
export const filesToJudge = (attachments: readonly Attachment[]): readonly KeptFile[] =>
  attachments.map(({ redacted, ...file }) => redacted ?? file);

/** The item's files, a page at a time; words selected there can be commented on. */
export function FilePanel(props: {
  readonly portfolioId: string;
  readonly files: readonly KeptFile[];
  readonly view: FileView;
  readonly panel: RefObject<HTMLElement | null>;
  readonly onView: (view: FileView) => void;
  readonly onClose: () => void;
  /** Words or a page somebody wants to comment on. */
  readonly onComment: (passage: Passage) => void;
}) {
  const { portfolioId, files, view, panel, onView, onClose, onComment } = props;
  const shown = files.find(({ hash }) => hash === view.hash) ?? files[0];
  const [pages, setPages] = useState<{ readonly of: string; readonly count: number } | null>(null);
  const [zoom, setZoom] = useState<Zoom>('width');
  const box = useRef<HTMLDivElement>(null);
  const known = pages !== null && pages.of === shown?.hash ? pages.count : null;
  const page = known === null ? view.page : withinPages(view.page, known);
  const { picked, forget } = usePicked(box, page);
  if (shown === undefined) return null;
  return (
    <section ref={panel} className={classes.viewer} aria-label="File viewer" tabIndex={-1}>
      <div className={classes.viewerHead}>
        <NativeSelect
          className={classes.fileChoice ?? ''}
          size="sm"
          aria-label="File shown"
          value={shown.hash}
          data={files.map(({ hash, name }) => ({ value: hash, label: name }))}
          onChange={({ currentTarget }) => onView({ hash: currentTarget.value, page: 1 })}
        />
        <Button variant="default" flex="none" leftSection={<IconX size={16} aria-hidden />} onClick={onClose}>
          Close
        </Button>
      </div>
      <div className={classes.open} ref={box}>
        <PageTools
          page={page}
          pages={known ?? 0}
          zoom={zoom}
          box={box}
          onTurn={(next) => onView({ hash: shown.hash, page: next })}
          onZoom={setZoom}
        />
        <div className={classes.pick}>
          <Text size="sm" flex="1 1 12rem" c="dimmed" lineClamp={1}>
            {picked === '' ? 'Select words on the page to comment on them.' : `“${picked}”`}
          </Text>
          <Button
            variant="default"
            size="xs"
            disabled={known === null}
            leftSection={<IconMessagePlus size={16} aria-hidden />}
            onClick={() => {
              onComment({ file: shown.hash, from: page, to: page, quote: picked });
              forget();
            }}
          >
            {picked === '' ? 'Comment on this page' : 'Comment on these words'}
          </Button>
        </div>
        <div className={classes.page}>
          <FilePage
            portfolioId={portfolioId}
            file={shown}
            page={page}
            zoom={zoom}
            onPages={(count) => setPages({ of: shown.hash, count })}
          />
        </div>
      </div>
    </section>
  );
}

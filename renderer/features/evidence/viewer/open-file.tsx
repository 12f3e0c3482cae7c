import { Button, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { passageWords } from '#renderer/text/passage-words.ts';
import { FilePage } from '#renderer/ui/viewer/file-page.tsx';
import { withinPages, type Zoom } from '#renderer/ui/viewer/page-maths.ts';
import { PageTools } from '#renderer/ui/viewer/page-tools.tsx';
import { usePicked } from '#renderer/ui/viewer/use-picked.ts';
import { fileOfPassage } from '#shared/domain/passages/passages.ts';
import type { Viewable } from './file-choice.ts';
import { FindBar } from './find-bar.tsx';
import { PassageForm } from './passage-form.tsx';
import { placeIn, rememberPlace } from './places.ts';
import { useFind } from './use-find.ts';
import { useMarks } from './use-marks.ts';
import type { Passages } from './use-passages.ts';
import type { View } from './use-view.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import classes from './viewer-panel.module.css';

/** One file, a page at a time: turning, finding, and linking pages or words of it to a capability. */
export function OpenFile(props: {
  readonly portfolioId: string;
  readonly shown: Viewable;
  readonly view: View;
  readonly passages: Passages;
}) {
  const { portfolioId, shown, view, passages } = props;
  const { file, attachment, copy } = shown;
  const [pages, setPages] = useState<number | null>(null);
  const [fault, setFault] = useState(false);
  const [zoom, setZoom] = useState<Zoom>(() => placeIn(file.hash).zoom);
  const [linking, setLinking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const findField = useRef<HTMLInputElement>(null);
  const linkButton = useRef<HTMLButtonElement>(null);
  const page = pages === null ? view.page : withinPages(view.page, pages);
  const changeZoom = (next: Zoom) => {
    rememberPlace(file.hash, { zoom: next });
    setZoom(next);
  };
  const ofFile = (capability: string | null | undefined) => {
    const passage = passages.links.find((link) => link.capability === capability)?.passage;
    if (passage === undefined) return undefined;
    return fileOfPassage({ attachments: [attachment] }, passage) === undefined ? undefined : passage;
  };
  const passage = ofFile(view.show);
  const edited = ofFile(passages.editing);
  const finding = useFind({ portfolioId, hash: file.hash, page, turn: view.turn });
  const marks = useMarks(page, passage, finding);
  const { picked, forget } = usePicked(box, page);
  const tools = { page, pages: pages ?? 0, zoom, onTurn: view.turn, onZoom: changeZoom };
  useViewerKeys({ ...tools, box, findField, onClose: view.close });

  const closeLinking = () => {
    setLinking(false);
    forget();
    passages.edit(null);
    requestAnimationFrame(() => linkButton.current?.focus());
  };
  const isLinking = linking || edited !== undefined;
  const start =
    edited === undefined
      ? { from: page, to: page, quote: picked, capability: view.show ?? null }
      : { ...edited, capability: passages.editing };
  return (
    <div className={classes.open} ref={box}>
      {fault ? null : (
        <>
          <PageTools {...tools} box={box} />
          <div className={classes.second}>
            <FindBar finding={finding} field={findField} />
            {isLinking ? null : (
              <Button
                ref={linkButton}
                variant="default"
                size="xs"
                flex="none"
                disabled={pages === null}
                leftSection={<IconLink size={16} aria-hidden />}
                onClick={() => setLinking(true)}
              >
                {picked === '' ? 'Link this page …' : 'Link these words …'}
              </Button>
            )}
          </div>
          {isLinking ? (
            <PassageForm
              key={passages.editing}
              portfolioId={portfolioId}
              file={file.hash}
              pages={pages ?? 1}
              passages={passages}
              start={start}
              isPrivate={!copy && attachment.redacted !== undefined}
              onDone={closeLinking}
            />
          ) : passage === undefined ? null : (
            <Text size="sm" className={classes.cameFor}>
              {view.show}: {passageWords(passage)}
            </Text>
          )}
        </>
      )}
      <div className={classes.page}>
        <FilePage
          portfolioId={portfolioId}
          file={file}
          page={page}
          zoom={zoom}
          marks={marks}
          onPages={setPages}
          onFault={() => setFault(true)}
        />
      </div>
    </div>
  );
}

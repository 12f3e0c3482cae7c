import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import type { KeptFile } from '#shared/domain/evidence.ts';
import { NotShown } from './not-shown.tsx';
import type { Zoom } from './page-maths.ts';
import { PicturePage } from './picture-page.tsx';
import type { Overlay } from './sheet-types.ts';
import { viewKindOf } from './view-kind.ts';
import classes from './viewer.module.css';
import { type MarkWords, useWordMarks } from './word-marks.ts';
import { WordsPage } from './words-page.tsx';

// The library is large, and many files are no PDF.
const PdfPage = lazy(async () => ({ default: (await import('./pdf-page.tsx')).PdfPage }));
const pageOf = { pdf: PdfPage, picture: PicturePage, words: WordsPage } as const;

type FilePageProps = {
  readonly portfolioId: string;
  readonly file: KeptFile;
  /** From 1. */
  readonly page: number;
  readonly zoom: Zoom;
  /** Laid over the page, once it is drawn; a file shown as plain words has no places and gets none. */
  readonly overlay?: Overlay;
  /** Words to mark on the page. Another function marks anew. */
  readonly marks?: MarkWords | undefined;
  readonly onPages?: (pages: number) => void;
  /** The page and its words are there. */
  readonly onDrawn?: () => void;
  readonly onFault?: (fault: unknown) => void;
};

/**
 * One page of an attached PDF or picture, or what can be read of another file, in a box of its own that scrolls. Fills
 * what it is put in. A file that cannot be shown says why.
 */
export function FilePage(props: FilePageProps) {
  return <PageOfFile key={`${props.portfolioId} ${props.file.hash}`} {...props} />;
}

const nobody = () => undefined;

function PageOfFile(props: FilePageProps) {
  const {
    portfolioId,
    file,
    page,
    zoom,
    overlay,
    onPages = nobody,
    onDrawn = nobody,
    onFault = nobody,
  } = props;
  const { ref, width } = useElementSize();
  const [pages, setPages] = useState<number | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [drawn, setDrawn] = useState(0);
  useWordMarks(box, props.marks, drawn);
  const Page = pageOf[viewKindOf(file.mediaType)];

  if (fault !== null) return <NotShown portfolioId={portfolioId} file={file} fault={fault} />;
  return (
    <section
      ref={setBox}
      className={classes.box}
      aria-label={`Page ${page} of ${file.name}`}
      aria-busy={drawn === 0}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
      tabIndex={0}
    >
      <div ref={ref} className={classes.room}>
        {drawn > 0 ? null : (
          <Text role="status" size="sm" c="dimmed" p="md">
            Opening {file.name}
          </Text>
        )}
        {width === 0 ? null : (
          <Suspense fallback={null}>
            <Page
              portfolioId={portfolioId}
              file={file}
              page={pages === null ? page : Math.min(page, pages)}
              zoom={zoom}
              room={width}
              overlay={overlay}
              onPages={(count) => {
                setPages(count);
                onPages(count);
              }}
              onDrawn={() => {
                setDrawn((times) => times + 1);
                onDrawn();
              }}
              onFault={(thrown) => {
                setFault(thrown);
                onFault(thrown);
              }}
            />
          </Suspense>
        )}
      </div>
    </section>
  );
}

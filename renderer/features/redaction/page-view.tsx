import { type ReactNode, useRef, useState } from 'react';
import { FilePage } from '#renderer/ui/viewer/file-page.tsx';
import type { Zoom } from '#renderer/ui/viewer/page-maths.ts';
import { PageTools } from '#renderer/ui/viewer/page-tools.tsx';
import type { Overlay } from '#renderer/ui/viewer/sheet-types.ts';
import type { KeptFile } from '#shared/domain/evidence.ts';
import classes from './redaction.module.css';

/** One page of the file, large; the way to the others, and how large it is. */
export function PageView(props: {
  readonly portfolioId: string;
  readonly file: KeptFile;
  readonly page: number;
  readonly onTurn: (page: number) => void;
  readonly overlay?: Overlay;
  /** Before the page's own tools. */
  readonly tools?: ReactNode;
}) {
  const { portfolioId, file, page, onTurn, overlay, tools } = props;
  const [pages, setPages] = useState(0);
  const [zoom, setZoom] = useState<Zoom>('width');
  const box = useRef<HTMLDivElement>(null);
  return (
    <div className={classes.view} data-page-view>
      <PageTools
        page={page}
        pages={pages}
        zoom={zoom}
        box={box}
        onTurn={onTurn}
        onZoom={setZoom}
        tools={tools}
      />
      <div className={classes.page} ref={box}>
        <FilePage
          portfolioId={portfolioId}
          file={file}
          page={page}
          zoom={zoom}
          onPages={setPages}
          {...(overlay === undefined ? {} : { overlay })}
        />
      </div>
    </div>
  );
}

import { useRef, useState } from 'react';
import { FilePage } from '#renderer/ui/viewer/file-page.tsx';
import { withinPages, type Zoom } from '#renderer/ui/viewer/page-maths.ts';
import type { KeptFile } from '#shared/domain/evidence.ts';
import { PageTools } from './page-tools.tsx';
import { placeIn, rememberPlace } from './places.ts';
import type { View } from './use-view.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import classes from './viewer-panel.module.css';

/** One file, a page at a time. */
export function OpenFile(props: {
  readonly portfolioId: string;
  readonly file: KeptFile;
  readonly view: View;
}) {
  const { portfolioId, file, view } = props;
  const [pages, setPages] = useState<number | null>(null);
  const [fault, setFault] = useState(false);
  const [zoom, setZoom] = useState<Zoom>(() => placeIn(file.hash).zoom);
  const box = useRef<HTMLDivElement>(null);
  const page = pages === null ? view.page : withinPages(view.page, pages);
  const changeZoom = (next: Zoom) => {
    rememberPlace(file.hash, { zoom: next });
    setZoom(next);
  };
  const tools = { page, pages: pages ?? 0, zoom, onTurn: view.turn, onZoom: changeZoom };
  useViewerKeys({ ...tools, box });
  return (
    <div className={classes.open} ref={box}>
      {fault ? null : <PageTools {...tools} box={box} />}
      <div className={classes.page}>
        <FilePage
          portfolioId={portfolioId}
          file={file}
          page={page}
          zoom={zoom}
          onPages={setPages}
          onFault={() => setFault(true)}
        />
      </div>
    </div>
  );
}

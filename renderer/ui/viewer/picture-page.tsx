import { useEffect, useState } from 'react';
import { failure } from '#shared/domain/failure.ts';
import { scaleOf } from './page-maths.ts';
import { Sheet } from './sheet.tsx';
import type { PageProps } from './sheet-types.ts';
import { useOpenFile } from './use-open-file.ts';
import classes from './viewer.module.css';

/** A picture, as one page; its lengths are pixels. */
export function PicturePage(props: PageProps) {
  const { portfolioId, file, zoom, room, overlay, onPages, onDrawn, onFault } = props;
  const bytes = useOpenFile(portfolioId, file, onFault);
  const [source, setSource] = useState<string>();
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (bytes === undefined) return;
    const url = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
    setSource(url);
    return () => URL.revokeObjectURL(url);
  }, [bytes, file.mediaType]);

  if (source === undefined) return null;
  const loaded = size.width > 0;
  const scale = loaded ? scaleOf(zoom, size.width, room, 'pixel') : 1;
  return (
    <Sheet unit="pixel" place={{ page: 1, ...size, scale }} overlay={loaded ? overlay : undefined}>
      <img
        className={classes.picture ?? ''}
        src={source}
        alt={file.name}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
          setSize({ width, height });
          onPages(1);
          onDrawn();
        }}
        onError={() => onFault(failure('FILE_MALFORMED', { why: 'damaged' }))}
      />
    </Sheet>
  );
}

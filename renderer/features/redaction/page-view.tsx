import { ActionIcon, Button, Group, Text } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconChevronLeft,
  IconChevronRight,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { FilePage } from '#renderer/ui/viewer/file-page.tsx';
import { nextZoom, type Zoom } from '#renderer/ui/viewer/page-maths.ts';
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
  const step = (direction: 'in' | 'out') => {
    const shown = box.current?.querySelector<HTMLElement>('[data-zoom]')?.dataset.zoom;
    setZoom(nextZoom(zoom === 'width' ? Number(shown ?? 1) : zoom, direction));
  };
  return (
    <div className={classes.view} data-page-view>
      <Group gap="xs" justify="space-between">
        <Group gap={6}>
          {tools}
          <ActionIcon
            variant="default"
            size={34}
            aria-label="Previous page"
            disabled={page <= 1}
            onClick={() => onTurn(page - 1)}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Text size="sm" role="status">
            {pages === 0 ? `Page ${page}` : `Page ${page} of ${pages}`}
          </Text>
          <ActionIcon
            variant="default"
            size={34}
            aria-label="Next page"
            disabled={page >= pages}
            onClick={() => onTurn(page + 1)}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <Group gap={6}>
          <ActionIcon variant="default" size={34} aria-label="Smaller" onClick={() => step('out')}>
            <IconZoomOut size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" size={34} aria-label="Larger" onClick={() => step('in')}>
            <IconZoomIn size={18} aria-hidden />
          </ActionIcon>
          <Button
            variant="default"
            size="xs"
            h={34}
            px="xs"
            aria-pressed={zoom === 'width'}
            leftSection={<IconArrowAutofitWidth size={18} aria-hidden />}
            onClick={() => setZoom('width')}
          >
            Fit
          </Button>
        </Group>
      </Group>
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

import { ActionIcon, Button, Group, Text, TextInput, VisuallyHidden } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconChevronLeft,
  IconChevronRight,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type ReactNode, type RefObject, useState } from 'react';
import { withinPages, type Zoom } from './page-maths.ts';
import { zoomStep } from './shown-zoom.ts';

type Tool = {
  readonly icon: typeof IconZoomIn;
  readonly label: string;
  readonly off?: boolean;
  readonly onPress: () => void;
};

function ToolButton({ icon: ToolIcon, label, off = false, onPress }: Tool) {
  return (
    <ActionIcon variant="default" size={34} aria-label={label} disabled={off} onClick={onPress}>
      <ToolIcon size={18} aria-hidden />
    </ActionIcon>
  );
}

/** Turning pages, and how large they are. */
export function PageTools(props: {
  readonly page: number;
  /** 0 until it is known. */
  readonly pages: number;
  readonly zoom: Zoom;
  readonly box: RefObject<HTMLElement | null>;
  readonly onTurn: (page: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
  /** What stands before them. */
  readonly tools?: ReactNode;
}) {
  const { page, pages, zoom, box, onTurn, onZoom, tools } = props;
  return (
    <Group gap="xs" justify="space-between">
      <Group gap={4}>
        {tools}
        <ToolButton
          icon={IconChevronLeft}
          label="Previous page"
          off={page <= 1}
          onPress={() => onTurn(page - 1)}
        />
        <GoToPage key={page} page={page} pages={pages} onTurn={onTurn} />
        <ToolButton
          icon={IconChevronRight}
          label="Next page"
          off={page >= pages}
          onPress={() => onTurn(page + 1)}
        />
        <VisuallyHidden role="status">{pages === 0 ? '' : `Page ${page} of ${pages}`}</VisuallyHidden>
      </Group>
      <Group gap={4} wrap="nowrap">
        <ToolButton icon={IconZoomOut} label="Smaller" onPress={() => onZoom(zoomStep(box, zoom, 'out'))} />
        <ToolButton icon={IconZoomIn} label="Larger" onPress={() => onZoom(zoomStep(box, zoom, 'in'))} />
        <Button
          variant="default"
          size="xs"
          h={34}
          px="xs"
          aria-pressed={zoom === 'width'}
          leftSection={<IconArrowAutofitWidth size={18} aria-hidden />}
          onClick={() => onZoom('width')}
        >
          Fit
        </Button>
      </Group>
    </Group>
  );
}

function GoToPage(props: {
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
}) {
  const { page, pages, onTurn } = props;
  const [typed, setTyped] = useState(String(page));
  const go = () => {
    const wanted = Number.parseInt(typed, 10);
    const next = Number.isNaN(wanted) ? page : withinPages(wanted, pages);
    setTyped(String(next));
    if (next !== page) onTurn(next);
  };
  return (
    <Group gap={6} wrap="nowrap">
      <TextInput
        size="xs"
        w="3.25rem"
        aria-label="Go to page"
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        disabled={pages <= 1}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={go}
        onKeyDown={(event) => event.key === 'Enter' && go()}
      />
      <Text size="sm" aria-hidden>
        of {pages === 0 ? '…' : pages}
      </Text>
    </Group>
  );
}

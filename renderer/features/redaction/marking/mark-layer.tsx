import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { clsx } from '#renderer/ui/clsx.ts';
import type { PagePlace } from '#renderer/ui/viewer/sheet-types.ts';
import type { Area } from '#shared/domain/documents/text.ts';
import { type Mark, onPage } from '#shared/domain/redaction/marks.ts';
import type { Suggestion } from '#shared/domain/redaction/suggestions.ts';
import { movedByKey } from './mark-keys.ts';
import classes from './mark-layer.module.css';
import { placeOfMark } from './mark-names.ts';

type Box = Pick<Area, 'x' | 'y' | 'width' | 'height'>;
type Drag =
  | { readonly is: 'draw'; readonly from: readonly [number, number] }
  | { readonly is: 'move' | 'size'; readonly mark: Mark; readonly from: readonly [number, number] };

export type MarkLayerProps = {
  readonly place: PagePlace;
  /** Those of this page. */
  readonly marks: readonly Mark[];
  readonly suggestions: readonly Suggestion[];
  readonly selected: number | null;
  /** The selected mark is to have the focus, once. */
  readonly wantsFocus: boolean;
  readonly onFocused: () => void;
  readonly onPlace: (place: PagePlace) => void;
  readonly onDraw: (box: Box) => void;
  readonly onSelect: (id: number | null) => void;
  readonly onBox: (mark: Mark, box: Box) => void;
  readonly onRemove: (mark: Mark) => void;
  readonly onAccept: (suggestion: Suggestion) => void;
  /** From the mark back to its line in the list. */
  readonly onLeave: (mark: Mark) => void;
};

const handle = 12; // CSS pixels of the corner that sizes a mark
const tooSmall = 4; // CSS pixels: a press that hardly moved is no drawing

const holds = ({ x, y, width, height }: Box, [px, py]: readonly [number, number]) =>
  px >= x && px <= x + width && py >= y && py <= y + height;

/**
 * The marks over a page. With the mouse they are drawn, moved and sized; the selected one has the focus and follows the
 * arrow keys. All that can be done here can be done in the list beside it too.
 */
export function MarkLayer(props: MarkLayerProps) {
  const { place, marks, suggestions, selected, wantsFocus, onFocused, onPlace } = props;
  const layer = useRef<HTMLDivElement>(null);
  const held = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [live, setLive] = useState<Box | null>(null);
  const { page, width, height, scale } = place;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the page's own size changes, not with each drawing
  useEffect(() => onPlace(place), [page, width, height, scale]);
  useEffect(() => {
    if (!wantsFocus || held.current === null) return;
    held.current.focus();
    held.current.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    onFocused();
  });

  const at = (event: PointerEvent): readonly [number, number] => {
    const box = layer.current?.getBoundingClientRect();
    return [(event.clientX - (box?.left ?? 0)) / scale, (event.clientY - (box?.top ?? 0)) / scale];
  };
  const press = (event: PointerEvent) => {
    // A finger scrolls the page.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const from = at(event);
    layer.current?.setPointerCapture(event.pointerId);
    const own = marks.find(({ id }) => id === selected);
    const reach = handle / scale;
    const corner =
      own === undefined
        ? undefined
        : {
            x: own.x + own.width - reach / 2,
            y: own.y + own.height - reach / 2,
            width: reach,
            height: reach,
          };
    if (own !== undefined && corner !== undefined && holds(corner, from))
      return setDrag({ is: 'size', mark: own, from });
    const mark = marks.findLast((one) => holds(one, from));
    if (mark !== undefined) {
      props.onSelect(mark.id);
      return setDrag({ is: 'move', mark, from });
    }
    setDrag({ is: 'draw', from });
  };
  const boxOf = (event: PointerEvent, dragged: Drag): Box => {
    const [x, y] = at(event);
    const [fromX, fromY] = dragged.from;
    if (dragged.is === 'draw') {
      const size = { width: Math.abs(x - fromX), height: Math.abs(y - fromY) };
      return { x: Math.min(x, fromX), y: Math.min(y, fromY), ...size };
    }
    const { mark } = dragged;
    const [dx, dy] = [x - fromX, y - fromY];
    const moved =
      dragged.is === 'move'
        ? { x: mark.x + dx, y: mark.y + dy, width: mark.width, height: mark.height }
        : { x: mark.x, y: mark.y, width: mark.width + dx, height: mark.height + dy };
    return onPage(moved, place);
  };
  const release = (event: PointerEvent) => {
    if (drag === null) return;
    const box = boxOf(event, drag);
    setDrag(null);
    setLive(null);
    if (drag.is !== 'draw') {
      const { mark } = drag;
      if (box.x !== mark.x || box.y !== mark.y || box.width !== mark.width || box.height !== mark.height)
        props.onBox(mark, box);
      return;
    }
    if (Math.max(box.width, box.height) * scale >= tooSmall) return props.onDraw(onPage(box, place));
    const wanted = suggestions.find(({ areas }) => areas.some((area) => holds(area, drag.from)));
    if (wanted === undefined) props.onSelect(null);
    else props.onAccept(wanted);
  };
  const shown = (box: Box) => ({
    left: box.x * scale,
    top: box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  });
  const moving = drag !== null && drag.is !== 'draw' ? drag.mark.id : null;

  return (
    <div
      ref={layer}
      className={classes.layer}
      onPointerDown={press}
      onPointerMove={(event) => (drag === null ? undefined : setLive(boxOf(event, drag)))}
      onPointerUp={release}
      onPointerCancel={() => {
        setDrag(null);
        setLive(null);
      }}
    >
      {suggestions.flatMap(({ key, areas }) =>
        areas.map((area) => (
          <div key={`${key} ${area.x} ${area.y}`} className={classes.suggestion} style={shown(area)} />
        )),
      )}
      {marks.map((mark) => {
        const style = shown(mark.id === moving && live !== null ? live : mark);
        if (mark.id !== selected) return <div key={mark.id} className={classes.mark} style={style} />;
        return (
          <div
            key={mark.id}
            ref={held}
            role="application"
            aria-label={`Mark on page ${page}, ${placeOfMark(mark, place)}. Arrow keys move it, Shift with arrow keys sizes it, Delete removes it, Escape goes back to the list.`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the arrow keys
            tabIndex={0}
            className={clsx(classes.mark, classes.selected)}
            style={style}
            onKeyDown={(event) => {
              const moved = movedByKey(event, mark, place);
              if (moved !== undefined) props.onBox(mark, moved);
              else if (event.key === 'Delete' || event.key === 'Backspace') props.onRemove(mark);
              else if (event.key === 'Escape') props.onLeave(mark);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          >
            <span className={classes.handle} />
          </div>
        );
      })}
      {drag?.is === 'draw' && live !== null ? <div className={classes.mark} style={shown(live)} /> : null}
    </div>
  );
}

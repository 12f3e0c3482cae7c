import { useLayoutEffect, useMemo, useRef } from 'react';
import { clsx } from '#renderer/ui/clsx.ts';
import type { Timeline } from '#shared/domain/cv/timeline.ts';
import { activityRows } from './activity.ts';
import { ActivityPart } from './activity-part.tsx';
import { MarkRow } from './mark-row.tsx';
import { BetweenRow, PostRows } from './post-rows.tsx';
import { scaleOf } from './scale.ts';
import classes from './timeline.module.css';
import type { Zoom } from './timeline-search.ts';

const labelWidth = 152; // pixels, 9.5rem

/** Years or months from left to right; it begins where today is in sight. */
export function TimelinePicture({ timeline, zoom }: { readonly timeline: Timeline; readonly zoom: Zoom }) {
  const frame = useRef<HTMLElement>(null);
  const scale = useMemo(() => scaleOf(timeline.from, timeline.to, zoom), [timeline, zoom]);
  const { rows, most } = useMemo(() => activityRows(timeline.months, scale.periods), [timeline, scale]);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element !== null)
      element.scrollLeft = scale.at(timeline.today) - (element.clientWidth - labelWidth) * 0.75;
  }, [scale, timeline.today]);
  const lines = (
    <>
      <span className={classes.line} style={{ left: labelWidth + scale.at(timeline.today) }} />
      <span
        className={clsx(classes.line, classes.target)}
        style={{ left: labelWidth + scale.at(timeline.targetDate) }}
      />
    </>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too
    <section ref={frame} className={classes.frame} aria-label="Picture of the years" tabIndex={0}>
      {lines}
      <div className={classes.row} aria-hidden="true">
        <div className={classes.label}>{zoom === 'years' ? 'Year' : 'Month'}</div>
        <div className={classes.track} style={{ width: scale.width }}>
          {scale.periods.map(({ key, label, left, width }) => (
            <span key={key} className={classes.period} style={{ left, width }}>
              {label}
            </span>
          ))}
        </div>
      </div>
      <PostRows timeline={timeline} scale={scale} />
      <BetweenRow timeline={timeline} scale={scale} />
      <MarkRow timeline={timeline} scale={scale} />
      <ActivityPart rows={rows} most={most} scale={scale} />
    </section>
  );
}

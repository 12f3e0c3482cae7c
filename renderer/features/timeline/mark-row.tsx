import { IconClipboardCheck, IconFlag, IconSchool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import type { Timeline } from '#shared/domain/cv/timeline.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { Scale } from './scale.ts';
import classes from './timeline.module.css';

const rowHeight = 26; // pixels

/** Reviews, the primary qualification and the target date, each in a row where it covers no other. */
export function MarkRow({ timeline, scale }: { readonly timeline: Timeline; readonly scale: Scale }) {
  const { reviews, since, targetDate } = timeline;
  return (
    <div className={classes.row}>
      <div className={classes.label}>Reviews and target</div>
      <div className={classes.track} style={{ width: scale.width, height: 2 * rowHeight + 6 }}>
        {since === null ? null : (
          <span className={classes.mark} style={{ left: scale.at(since) }}>
            <IconSchool size={16} aria-hidden />
            Qualified {ukDate(since)}
          </span>
        )}
        {reviews.map(({ id, heldOn, signed }) => (
          <Link
            key={id}
            to={paths.review}
            params={{ id }}
            className={classes.mark ?? ''}
            style={{ left: scale.at(heldOn) }}
            title={`Review, ${ukDate(heldOn)}${signed ? ', signed' : ''}`}
          >
            <IconClipboardCheck size={16} aria-hidden />
            Review {ukDate(heldOn)}
          </Link>
        ))}
        <span
          className={classes.mark}
          style={{ right: scale.width - scale.at(targetDate) + 4, top: rowHeight + 4 }}
        >
          Target date {ukDate(targetDate)}
          <IconFlag size={16} aria-hidden />
        </span>
      </div>
    </div>
  );
}

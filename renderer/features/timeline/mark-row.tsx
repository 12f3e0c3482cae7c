import { type Icon, IconClipboardCheck, IconFlag, IconSchool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { clsx } from '#renderer/ui/clsx.ts';
import { paths } from '#renderer/ui/paths.ts';
import type { Timeline } from '#shared/domain/cv/timeline.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { Scale } from './scale.ts';
import classes from './timeline.module.css';

const room = { row: 26, mark: 178 }; // pixels

type Mark = {
  readonly key: string;
  readonly day: string;
  readonly words: string;
  readonly icon: Icon;
  readonly review: string | null;
};

function marksOf({ reviews, since, targetDate }: Timeline): readonly Mark[] {
  const all: Mark[] = [
    ...reviews.map(({ id, heldOn, signed }) => ({
      key: id,
      day: heldOn,
      words: `${signed ? 'Signed review' : 'Review'} ${ukDate(heldOn)}`,
      icon: IconClipboardCheck,
      review: id,
    })),
    {
      key: 'target',
      day: targetDate,
      words: `Target date ${ukDate(targetDate)}`,
      icon: IconFlag,
      review: null,
    },
  ];
  if (since !== null)
    all.push({
      key: 'since',
      day: since,
      words: `Qualified ${ukDate(since)}`,
      icon: IconSchool,
      review: null,
    });
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Where each mark goes: in sight of the last day, and in a row where it covers no other. */
function placed(marks: readonly Mark[], scale: Scale) {
  const ends: number[] = [];
  return marks.map((mark) => {
    const left = Math.max(0, Math.min(scale.at(mark.day), scale.width - room.mark));
    const free = ends.findIndex((end) => end <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = left + room.mark;
    return { mark, left, row };
  });
}

/** Reviews, the primary qualification and the target date. */
export function MarkRow({ timeline, scale }: { readonly timeline: Timeline; readonly scale: Scale }) {
  const all = placed(marksOf(timeline), scale);
  const rows = Math.max(1, ...all.map(({ row }) => row + 1));
  return (
    <div className={clsx(classes.row, classes.ruled)}>
      <div className={classes.label}>Reviews and target</div>
      <div className={classes.track} style={{ width: scale.width, height: rows * room.row + 8 }}>
        {all.map(({ mark: { key, words, icon: MarkIcon, review }, left, row }) => {
          const style = { left, top: 5 + row * room.row };
          const inside = (
            <>
              <MarkIcon size={16} aria-hidden />
              {words}
            </>
          );
          return review === null ? (
            <span key={key} className={classes.mark} style={style}>
              {inside}
            </span>
          ) : (
            <Link
              key={key}
              to={paths.review}
              params={{ id: review }}
              className={classes.mark ?? ''}
              style={style}
            >
              {inside}
            </Link>
          );
        })}
      </div>
    </div>
  );
}

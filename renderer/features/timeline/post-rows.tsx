import { Link } from '@tanstack/react-router';
import { count } from '#renderer/text/format.ts';
import { clsx } from '#renderer/ui/clsx.ts';
import { paths } from '#renderer/ui/paths.ts';
import type { Timeline } from '#shared/domain/cv/timeline.ts';
import { daysAfter, ukDate } from '#shared/domain/dates.ts';
import type { Scale } from './scale.ts';
import classes from './timeline.module.css';

const laneHeight = 44; // pixels
const barHeight = { least: 20, whole: 38 }; // pixels, of a very small part and of full time

type Post = Timeline['posts'][number];
const daysOf = ({ from, to }: Pick<Post, 'from' | 'to'>): string =>
  `${ukDate(from)} – ${to === null ? 'to date' : ukDate(to)}`;
const timeOf = ({ wholeTime }: Post): string => (wholeTime === null ? '' : `${wholeTime} %`);

function Bar({ post, scale, today }: { readonly post: Post; readonly scale: Scale; readonly today: string }) {
  const { id, title, institution, from, to, wholeTime, lane } = post;
  const left = scale.at(from);
  const end = to ?? (today > from ? today : from);
  const height = barHeight.least + ((barHeight.whole - barHeight.least) * (wholeTime ?? 100)) / 100;
  const shown = `${title} ${timeOf(post)}`.trim();
  const said = [shown, institution, daysOf(post)].filter((part) => part !== '').join(', ');
  return (
    <Link
      to={paths.cv}
      search={{ post: id }}
      aria-label={said}
      title={said}
      className={clsx(classes.bar, to === null && classes.open)}
      style={{
        left,
        width: scale.at(daysAfter(end, 1)) - left,
        height,
        top: lane * laneHeight + (laneHeight - height),
      }}
    >
      <span>{shown}</span>
    </Link>
  );
}

/** Posts as bars: as long as they were held, as high as they were full time. */
export function PostRows({ timeline, scale }: { readonly timeline: Timeline; readonly scale: Scale }) {
  const { posts, today } = timeline;
  const lanes = Math.max(1, ...posts.map(({ lane }) => lane + 1));
  return (
    <div className={clsx(classes.row, classes.ruled)}>
      <div className={classes.label}>Posts</div>
      <div className={classes.track} style={{ width: scale.width, height: lanes * laneHeight + 6 }}>
        {posts.map((post) => (
          <Bar key={post.id} post={post} scale={scale} today={today} />
        ))}
      </div>
    </div>
  );
}

/** What lay between posts: gaps hatched or with their reason, breaks dotted. */
export function BetweenRow({ timeline, scale }: { readonly timeline: Timeline; readonly scale: Scale }) {
  const { gaps, breaks } = timeline;
  const place = ({ from, to }: { readonly from: string; readonly to: string }) => {
    const left = scale.at(from);
    return { left, width: scale.at(daysAfter(to, 1)) - left };
  };
  if (gaps.length + breaks.length === 0) return null;
  return (
    <div className={clsx(classes.row, classes.ruled)}>
      <div className={classes.label}>Gaps and breaks</div>
      <div className={classes.track} style={{ width: scale.width, height: breaks.length === 0 ? 34 : 66 }}>
        {gaps.map((gap) => {
          const words =
            gap.openDays === 0
              ? `Explained gap: ${gap.reasons.join(', ')}`
              : `Gap, ${count(gap.openDays, 'day')} without a reason`;
          const said = `${words}, ${daysOf(gap)}`;
          return (
            <Link
              key={gap.from}
              to={paths.cv}
              aria-label={said}
              title={said}
              className={clsx(classes.gap, gap.openDays === 0 && classes.explained)}
              style={place(gap)}
            >
              {gap.openDays === 0 ? gap.reasons.join(', ') : words}
            </Link>
          );
        })}
        {breaks.map((one) => {
          const said = `Break${one.reason === '' ? '' : `: ${one.reason}`}, ${daysOf(one)}`;
          return (
            <Link
              key={`${one.from} ${one.to} ${one.reason}`}
              to={paths.settings}
              search={{ tab: 'portfolio' }}
              aria-label={said}
              title={said}
              className={classes.break ?? ''}
              style={place(one)}
            >
              {one.reason === '' ? 'Break' : `Break: ${one.reason}`}
            </Link>
          );
        })}
      </div>
    </div>
  );
}

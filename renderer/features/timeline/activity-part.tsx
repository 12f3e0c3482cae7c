import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { count } from '#renderer/text/format.ts';
import { clsx } from '#renderer/ui/clsx.ts';
import { paths } from '#renderer/ui/paths.ts';
import { typesOfGroup } from '#shared/domain/cv/timeline.ts';
import type { ActivityRow } from './activity.ts';
import { type Scale, searchFor } from './scale.ts';
import classes from './timeline.module.css';

const room = { row: 46, column: 26 }; // pixels

/**
 * What began when, kind by kind. It is for the eye and the mouse: there may be thousands of cells, and the tables say
 * the same with one link each.
 */
export function ActivityPart(props: {
  readonly rows: readonly ActivityRow[];
  readonly most: number;
  readonly scale: Scale;
}) {
  const { rows, most, scale } = props;
  const navigate = useNavigate();
  const go = (event: MouseEvent<HTMLDivElement>) => {
    const cell = event.target instanceof Element ? event.target.closest('button') : null;
    const group = rows.find((row) => row.group.id === cell?.dataset.group)?.group.id;
    const period = scale.periods.find(({ key }) => key === cell?.dataset.period);
    if (group === undefined || period === undefined) return;
    void navigate({
      to: paths.evidence,
      search: { text: searchFor(period), types: [...typesOfGroup(group)] },
    });
  };
  return (
    <div aria-hidden="true" onClick={go}>
      {rows.map(({ group, cells, total }) => (
        <div key={group.id} className={clsx(classes.row, classes.ruled)}>
          <div className={classes.label}>
            <span>{group.title}</span>
            <span>{count(total, 'item')}</span>
          </div>
          <div className={classes.track} style={{ width: scale.width, height: room.row }}>
            {cells.map(({ period, count: amount }) => (
              <button
                key={period.key}
                type="button"
                tabIndex={-1}
                data-group={group.id}
                data-period={period.key}
                title={`${group.title}, ${period.label}: ${amount}`}
                className={classes.cell}
                style={{ left: period.left, width: period.width - 2 }}
              >
                <span>{amount}</span>
                <span
                  className={classes.column}
                  style={{ height: Math.max(2, (amount / most) * room.column) }}
                />
              </button>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

// biome-ignore-all lint/a11y/useSemanticElements: a table can neither hold only some of its rows nor turn into stacks
// biome-ignore-all lint/a11y/useFocusableInteractive: nothing in a group's line is operated
import { useCapabilityName, useTypeTitle } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { groupWords } from '#renderer/text/query-words.ts';
import type { Grouping, ListGroup } from '#shared/domain/evidence-list/query.ts';
import classes from './evidence-list.module.css';

/** Which group begins at a line of the list. */
export function groupStarts(groups: readonly ListGroup[]): ReadonlyMap<number, ListGroup> {
  const starts = new Map<number, ListGroup>();
  let at = 0;
  for (const group of groups) {
    starts.set(at, group);
    at += group.count;
  }
  return starts;
}

/** Stands above the first item of a group. */
export function GroupLine(props: {
  readonly by: Grouping;
  readonly group: ListGroup;
  readonly columns: number;
}) {
  const { by, group, columns } = props;
  const names = { type: useTypeTitle(), capability: useCapabilityName() };
  return (
    <div role="row" className={classes.group}>
      <div role="rowheader" aria-colspan={columns}>
        {groupWords(by, group.key, names)}{' '}
        <span className={classes.groupCount}>{count(group.count, 'item')}</span>
      </div>
    </div>
  );
}

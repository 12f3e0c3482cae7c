import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { count } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { CheckHit } from '#shared/domain/identifiers/check.ts';
import type { HitGroup, PlaceHits } from './group-hits.ts';
import { HitRow } from './hit-row.tsx';
import classes from './identifiers.module.css';

export type HitActions = {
  readonly busy: boolean;
  readonly onDismiss: (hit: CheckHit, reason: string) => void;
  /** Shows a hit on its page; absent where nothing here can. Hits of pages carry their areas. */
  readonly onShow?: (hit: CheckHit) => void;
  /** The item's file to be redacted where one that is shared can be; undefined where it cannot. */
  readonly redactable?: (shared: string) => { readonly id: string; readonly hash: string } | undefined;
};

const shownAtFirst = 20; // hits of one file

function firstOf(places: readonly PlaceHits[], most: number): readonly PlaceHits[] {
  let left = most;
  return places.flatMap(({ place, hits }) => {
    const some = hits.slice(0, Math.max(0, left));
    left -= some.length;
    return some.length === 0 ? [] : [{ place, hits: some }];
  });
}

function Group({ group, actions }: { readonly group: HitGroup; readonly actions: HitActions }) {
  const [all, setAll] = useState(false);
  const { title, remark, places, open } = group;
  const shown = all ? places : firstOf(places, shownAtFirst);
  const { busy, onDismiss, onShow } = actions;
  const file = open === 0 ? undefined : actions.redactable?.(group.key);
  return (
    <div>
      <Title order={3} size="h5" className={classes.file}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb={4}>
        {[open === 0 ? '' : count(open, 'finding'), remark].filter((words) => words !== '').join('. ')}
      </Text>
      {file === undefined ? null : (
        <LinkButton
          to={paths.redactFile}
          params={file}
          variant="default"
          size="compact-sm"
          aria-label={`Redact in this file: ${title}`}
        >
          Redact in this file
        </LinkButton>
      )}
      {shown.map(({ place, hits }) => (
        <div key={place} className={classes.place}>
          <Text size="sm" fw={600} mb={4}>
            {place}
          </Text>
          <ul className={classes.hits} aria-label={`${title}, ${place}`}>
            {hits.map((hit, at) => (
              <HitRow
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand on a page twice
                key={`${hit.what} ${at}`}
                hit={hit}
                busy={busy}
                onDismiss={(reason) => onDismiss(hit, reason)}
                onShow={onShow === undefined ? undefined : () => onShow(hit)}
              />
            ))}
          </ul>
        </div>
      ))}
      {all || open <= shownAtFirst ? null : (
        <Button variant="default" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          Show all {count(open, 'finding')} of this file
        </Button>
      )}
    </div>
  );
}

/** Hits by file and page, each with its rule and reason. */
export function HitList(props: { readonly groups: readonly HitGroup[]; readonly actions: HitActions }) {
  return (
    <Stack gap="md">
      {props.groups.map((group) => (
        <Group key={group.key} group={group} actions={props.actions} />
      ))}
    </Stack>
  );
}

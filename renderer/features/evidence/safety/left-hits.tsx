import { Button, Group, Text } from '@mantine/core';
import { count, dayWords } from '#renderer/text/format.ts';
import { placeWords } from '#renderer/text/identifier-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { type CheckHit, checkRuleTitles } from '#shared/domain/identifiers/check.ts';
import classes from './identifiers.module.css';

/** Hits somebody left as they are, each with why, who and when, and a way back. */
export function LeftHits(props: {
  readonly hits: readonly CheckHit[];
  readonly busy: boolean;
  readonly onReopen: (hit: CheckHit) => void;
}) {
  const { hits, busy, onReopen } = props;
  if (hits.length === 0) return null;
  return (
    <Disclosure label={`${count(hits.length, 'finding')} left as they are`}>
      <ul className={classes.left}>
        {hits.map((hit, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand in a file twice
          <li key={`${hit.what} ${at}`} className={classes.hit}>
            <Group gap="sm" justify="space-between" align="flex-start">
              <div className={classes.found}>
                <Text size="sm">
                  {placeWords(hit.place)}: {checkRuleTitles[hit.rule]}{' '}
                  <q className={classes.text}>{hit.text}</q>
                </Text>
                <Text size="sm" c="dimmed">
                  {hit.dismissed?.reason} ({hit.dismissed?.by}, {dayWords(hit.dismissed?.at ?? '')})
                </Text>
              </div>
              <Button
                variant="default"
                size="compact-sm"
                disabled={busy}
                aria-label={`Look at ${checkRuleTitles[hit.rule]} ${hit.text} again`}
                onClick={() => onReopen(hit)}
              >
                Look at it again
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

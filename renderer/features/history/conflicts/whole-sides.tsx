import { Button, Text } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { momentWords } from '#renderer/text/format.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { Side } from '#shared/contract/conflicts.ts';
import classes from './conflicts.module.css';
import type { Settle } from './use-settle.ts';

/** What a side is called: there may be more than two. */
export const sideName = (side: Side, at: number): string =>
  side.shown ? 'The version shown here' : at === 1 ? 'The other version' : `Another version (${at})`;

/** Every version with who wrote it and when, each to be kept whole. */
export function WholeSides(props: { readonly sides: readonly Side[]; readonly settle: Settle }) {
  const { sides, settle } = props;
  const sealed = sides.some((side) => side.sealed);
  return (
    <>
      {settle.error === null ? null : <FailedState error={settle.error} />}
      <div className={classes.sides}>
        {sides.map((side, at) => (
          <Section
            key={side.revision}
            title={sideName(side, at)}
            intro={side.by === null ? 'By whom is not known' : `${side.by.name}, ${momentWords(side.by.at)}`}
          >
            {side.sealed ? (
              <ToneBadge tone="good" icon={IconRosetteDiscountCheck}>
                Signed
              </ToneBadge>
            ) : null}
            {side.value === null ? <Text size="sm">It was deleted.</Text> : null}
            {sealed && !side.sealed ? (
              <Text size="sm" mt="xs">
                Kept in the history: nothing takes the place of what was signed.
              </Text>
            ) : (
              <Button
                mt="sm"
                size="xs"
                variant="default"
                loading={settle.isPending}
                onClick={() =>
                  settle.mutate({ sides, decision: { kind: 'choose', revision: side.revision } })
                }
              >
                {side.value === null
                  ? 'Keep it deleted'
                  : side.sealed
                    ? 'Keep the signed version'
                    : 'Keep this version whole'}
              </Button>
            )}
          </Section>
        ))}
      </div>
    </>
  );
}

import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { actionFateWords } from '#renderer/text/panel-words.ts';
import { ratingWords } from '#renderer/text/rating-words.ts';
import { StrengthBadge } from '#renderer/ui/badges.tsx';
import { CapabilityGaps } from '#renderer/ui/capability/capability-gaps.tsx';
import { CapabilityRules } from '#renderer/ui/capability/capability-rules.tsx';
import { JudgementBadge } from '#renderer/ui/capability/judgement-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { RoomLine } from '#shared/contract/panel.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './room.module.css';

/** What others said of this capability: the supervisor, the doctor, last year's panel. */
function Said({ line }: { readonly line: RoomLine }) {
  const { supervisor, doctor, last, actions } = line;
  return (
    <dl className={classes.said}>
      <dt>Supervisor</dt>
      <dd>
        {supervisor === null ? (
          'Said nothing of it'
        ) : (
          <>
            {supervisor.level === null ? null : <strong>{ratingWords[supervisor.level].title}. </strong>}
            {supervisor.comment}
          </>
        )}
      </dd>
      <dt>The doctor</dt>
      <dd>
        {doctor === null ? (
          'Has not rated it'
        ) : (
          <>
            <strong>{ratingWords[doctor.level].title}. </strong>
            {doctor.reason}
          </>
        )}
      </dd>
      <dt>Last review</dt>
      <dd>
        {last === null ? (
          'None before this one'
        ) : (
          <>
            <JudgementBadge level={last.level} /> <UkDate date={last.heldOn} />: {last.reason}
            {last.needed === '' ? null : <> Progress needed then: {last.needed}</>}
          </>
        )}
      </dd>
      {actions.length === 0 ? null : (
        <>
          <dt>Actions</dt>
          <dd>
            {actions.map(({ id, what, fate, dueOn }) => (
              <div key={id}>
                <strong>{actionFateWords[fate]}:</strong> {what} (by <UkDate date={dueOn} />)
              </div>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Everything there is to read of one capability before it is judged. */
export function CapabilityMiddle(props: {
  readonly pack: GuidancePack;
  readonly line: RoomLine;
  readonly at: number;
  readonly total: number;
  /** What stands before everything else. */
  readonly children?: ReactNode;
}) {
  const { pack, line, at, total, children } = props;
  const { coverage, code, title } = line;
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" c="dimmed">
          {pack.capabilityName} {at + 1} of {total}
        </Text>
        <Title order={2} size="h3" id="capability-heading" data-code={code}>
          {code} {title}
        </Title>
      </div>
      {children}
      <Group gap="xs">
        <StrengthBadge strength={coverage.strength} />
        <Text size="sm">
          {coverage.inWindow} of {coverage.items} in date on the target date, {coverage.verified} verified
          {coverage.expiring === 0 ? '' : `, ${coverage.expiring} will be too old by then`}
        </Text>
      </Group>
      <Said line={line} />
      <CapabilityGaps pack={pack} coverage={coverage} />
      <CapabilityRules pack={pack} coverage={coverage} />
    </Stack>
  );
}

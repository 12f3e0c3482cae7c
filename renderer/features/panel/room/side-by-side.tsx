import { Stack, Text, Title } from '@mantine/core';
import { IconArrowsDiff, IconEqual } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { differenceWords, notSaidWords } from '#renderer/text/panel-words.ts';
import { JudgementBadge } from '#renderer/ui/capability/judgement-badge.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { PanelRoom } from '#shared/contract/panel.ts';
import { differs } from '#shared/domain/panel/side-by-side.ts';
import classes from './room.module.css';

/** What each member thought of one capability, and how far that lies apart. No average, no proposal. */
export function SideBySide(props: {
  readonly at: { readonly portfolioId: string; readonly id: string };
  readonly room: PanelRoom;
  readonly code: string;
}) {
  const { at, room, code } = props;
  const query = useQuery(api.panel.sideBySide.queryOptions({ input: at }));
  const members = new Map(room.standings.map((standing) => [standing.member.id, standing]));
  return (
    <QueryStates query={query} what="the judgements" rows={2}>
      {(all) => {
        const found = all.find(({ capability }) => capability === code);
        if (found === undefined) return null;
        const apart = differs(found.difference);
        return (
          <Stack gap="xs" component="section" aria-label="Judgements side by side">
            <div className={classes.strength}>
              <Title order={3} size="h5">
                Side by side
              </Title>
              <ToneBadge tone={apart ? 'warn' : 'neutral'} icon={apart ? IconArrowsDiff : IconEqual}>
                {differenceWords(found.difference, found.views.length)}
              </ToneBadge>
            </div>
            <ul className={classes.views}>
              {found.views.map(({ member, judgement }) => (
                <li key={member}>
                  <Text size="sm" fw={600} component="span">
                    {members.get(member)?.member.name}
                    {members.get(member)?.supervises === true ? ' (supervises this doctor)' : ''}
                  </Text>{' '}
                  <JudgementBadge level={judgement.level} />
                  <Text size="sm" className={classes.prose ?? ''}>
                    {judgement.reason}
                  </Text>
                  {judgement.progressNeeded === undefined ? null : (
                    <Text size="sm">Progress needed: {judgement.progressNeeded}</Text>
                  )}
                </li>
              ))}
            </ul>
            {found.without.length === 0 ? null : (
              <Text size="sm" c="dimmed">
                {found.without
                  .map(({ member, why }) => `${members.get(member)?.member.name ?? ''} ${notSaidWords[why]}`)
                  .join('; ')}
                .
              </Text>
            )}
          </Stack>
        );
      }}
    </QueryStates>
  );
}

import { Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SourceLink } from '#renderer/ui/source-link.tsx';
import type { PackSummary } from '#shared/domain/guidance-pack.ts';
import classes from './portfolio.module.css';

/** What a person must know of a guidance pack before they choose it. */
export function PackDetails(props: { readonly pack: PackSummary }) {
  const { pack } = props;
  const { window } = pack;
  return (
    <Section title={`About this guidance: ${pack.title}`}>
      <Stack gap="sm">
        <Note tone="info" icon={IconInfoCircle}>
          {pack.notice}
        </Note>
        <Facts
          facts={[
            ['Curriculum', pack.curriculum],
            ['Version of the pack', pack.version],
            ['How sure Waymark is', <CertaintyBadge key="certainty" certainty={pack.certainty} />],
            ['Source', <SourceLink key="source" source={pack.source} />],
            [
              'Evidence counts for',
              <span key="window" className={classes.inline}>
                {window.years} years{window.wholeTimeEquivalent ? ' (whole-time equivalent)' : ''}{' '}
                <CertaintyBadge certainty={window.certainty} />
              </span>,
            ],
          ]}
        />
        <div>
          <Text fw={700} size="sm" id="capability-list">
            {pack.capabilities.length} capabilities ({pack.capabilityName})
          </Text>
          {/* A scrolling region must be reachable by keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: so that it can be scrolled without a mouse */}
          <ul className={classes.capabilities} aria-labelledby="capability-list" tabIndex={0}>
            {pack.capabilities.map(({ code, title }) => (
              <li key={code}>
                <strong>{code}</strong>
                <span>{title}</span>
              </li>
            ))}
          </ul>
        </div>
      </Stack>
    </Section>
  );
}

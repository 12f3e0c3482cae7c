import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { StrengthBadge } from '#renderer/ui/badges.tsx';
import { CapabilityGaps } from '#renderer/ui/capability/capability-gaps.tsx';
import { CapabilityRules } from '#renderer/ui/capability/capability-rules.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { CapabilityCoverage } from '#shared/domain/coverage/types.ts';
import type { Capability } from '#shared/domain/guidance-pack.ts';
import type { Holding } from '../hold/holding.ts';
import { CapabilityEvidence } from './capability-evidence.tsx';
import classes from './judge.module.css';
import { LastTime } from './last-time.tsx';

function Counts({ coverage }: { readonly coverage: CapabilityCoverage }) {
  const { items, inWindow, verified, kinds, expiring, newestOn } = coverage;
  return (
    <Text component="span" size="sm">
      {count(items, 'item')} linked, {inWindow} in date on the target date, {verified} of those verified,{' '}
      {count(kinds, 'kind')} of evidence
      {expiring > 0 ? `, ${expiring} will be too old by then` : ''}
      {newestOn === null ? null : (
        <>
          ; newest <UkDate date={newestOn} />
        </>
      )}
    </Text>
  );
}

const capitalised = (name: string) => name.charAt(0).toLocaleUpperCase('en-GB') + name.slice(1);

/** What there is to look at before one capability is judged. */
export function CapabilityDetail(props: {
  readonly holding: Holding;
  readonly capability: Capability;
  readonly at: number;
}) {
  const { holding, capability, at } = props;
  const { pack, portfolioId } = holding;
  const coverage = useQuery(api.coverage.map.queryOptions({ input: { portfolioId } }));
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" c="dimmed">
          {capitalised(pack.capabilityName)} {at + 1} of {pack.capabilities.length}
        </Text>
        <Title order={3} id="capability-heading" tabIndex={-1} className={classes.heading ?? ''}>
          {capability.code} {capability.title}
        </Title>
      </div>
      <QueryStates query={coverage} what="coverage" rows={2}>
        {(map) => {
          const found = map.capabilities.find(({ code }) => code === capability.code);
          if (found === undefined) return <Text size="sm">This capability has no coverage.</Text>;
          return (
            <Stack gap="xs">
              <div className={classes.strength}>
                <StrengthBadge strength={found.strength} /> <Counts coverage={found} />
              </div>
              <CapabilityGaps pack={pack} coverage={found} />
              <CapabilityRules pack={pack} coverage={found} />
            </Stack>
          );
        }}
      </QueryStates>
      <LastTime holding={holding} code={capability.code} />
      <CapabilityEvidence holding={holding} code={capability.code} />
    </Stack>
  );
}

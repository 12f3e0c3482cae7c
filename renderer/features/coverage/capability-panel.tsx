import { Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { StrengthBadge } from '#renderer/ui/badges.tsx';
import { clsx } from '#renderer/ui/clsx.ts';
import { dropsOn } from '#renderer/ui/drop-target.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { CapabilityCoverage, CoverageMap } from '#shared/domain/coverage/types.ts';
import type { Capability, GuidancePack } from '#shared/domain/guidance-pack.ts';
import { CapabilityEvidence } from './capability-evidence.tsx';
import { CapabilityFacts, type Seen } from './capability-facts.tsx';
import { CapabilityRatings } from './capability-ratings.tsx';
import classes from './coverage.module.css';
import { GapList } from './gap-list.tsx';
import { Provenance } from './provenance.tsx';
import { RuleList } from './rule-list.tsx';

/** The id of a capability's button, to jump to. */
export const capabilityButtonId = (code: string): string => `capability-${code}`;

/** One capability: how it stands, what is missing, and on opening its rules and its evidence. */
export function CapabilityPanel(props: {
  readonly pack: GuidancePack;
  readonly portfolioId: string;
  readonly map: CoverageMap;
  readonly capability: Capability;
  readonly coverage: CapabilityCoverage;
  /** How many of its items supervisors stand by. */
  readonly seen: Seen;
  readonly opened: boolean;
  readonly onToggle: () => void;
}) {
  const { pack, portfolioId, map, capability, coverage, seen, opened, onToggle } = props;
  const { code, title } = capability;
  const details = useId();
  const reminders = pack.reminders.filter((reminder) => reminder.capability === code);
  return (
    <li className={classes.capability} {...dropsOn(code)}>
      <div className={clsx(classes.top, opened && classes.open)}>
        <Title order={3} className={classes.heading}>
          <UnstyledButton
            id={capabilityButtonId(code)}
            className={classes.disclosure}
            aria-expanded={opened}
            aria-controls={details}
            onClick={onToggle}
          >
            <IconChevronRight size={20} aria-hidden className={classes.chevron} />
            <span>
              {code} {title}
            </span>
          </UnstyledButton>
        </Title>
        <Group gap="sm">
          <StrengthBadge strength={coverage.strength} />
          <LinkButton
            to={paths.newEvidence}
            search={{ capability: code }}
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            aria-label={`Add evidence here: ${code}`}
          >
            Add evidence here
          </LinkButton>
          <LinkButton
            to={paths.addFiles}
            search={{ capability: code }}
            variant="default"
            size="xs"
            aria-label={`Add files here: ${code}`}
          >
            Add files here
          </LinkButton>
        </Group>
      </div>
      <CapabilityFacts coverage={coverage} seen={seen} targetDate={map.targetDate} />
      <GapList pack={pack} coverage={coverage} />
      <div id={details} hidden={!opened}>
        {opened ? (
          <Stack gap="md" className={classes.details}>
            <section>
              <Title order={4} size="sm" mb={6}>
                Rules
              </Title>
              {coverage.expectations.length === 0 ? (
                <Text size="sm" c="dimmed">
                  The pack has no count for this capability: a panel judges it by reading.
                </Text>
              ) : (
                <RuleList pack={pack} results={coverage.expectations} capability={code} />
              )}
            </section>
            {reminders.length === 0 ? null : (
              <section>
                <Title order={4} size="sm" mb={6}>
                  To check yourself
                </Title>
                <ul className={classes.rules}>
                  {reminders.map((reminder) => (
                    <li key={reminder.id}>
                      <Text size="sm">{reminder.text}</Text>
                      <Provenance pack={pack} source={reminder.source} certainty={reminder.certainty} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <section>
              <Title order={4} size="sm" mb={6}>
                Ratings
              </Title>
              <CapabilityRatings code={code} />
            </section>
            <section>
              <Title order={4} size="sm" mb={6}>
                Evidence
              </Title>
              <CapabilityEvidence portfolioId={portfolioId} code={code} />
            </section>
          </Stack>
        ) : null}
      </div>
    </li>
  );
}

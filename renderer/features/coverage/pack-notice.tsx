import { Group, Paper, Stack, Text } from '@mantine/core';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { sourceWords } from '#renderer/text/source-words.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import classes from './coverage.module.css';
import { StrengthKey } from './overview.tsx';
import { Provenance } from './provenance.tsx';

/** Which rules were counted, over which time, how sure they are, and what the counts do not mean. */
export function PackNotice(props: { readonly pack: GuidancePack; readonly map: CoverageMap }) {
  const { pack, map } = props;
  const { window } = pack;
  const { portfolio } = usePortfolio();
  const { maintenance } = applicationGuideOf(pack);
  const stopped = (portfolio.breaks ?? []).length > 0;
  return (
    <Paper withBorder p="md" radius="md">
      <Stack gap={6}>
        <Text size="sm" fw={600}>
          These counts follow the rules shown. They never mean that evidence is sufficient: that is for the
          GMC to decide.
        </Text>
        <Text size="sm">
          Evidence since <UkDate date={map.windowFrom} /> counts: {window.years}{' '}
          {window.wholeTimeEquivalent ? 'whole-time equivalent ' : ''}years before the target date,{' '}
          <UkDate date={map.targetDate} />.{' '}
          <TextLink size="sm" to={paths.settings} search={{ tab: 'portfolio' }}>
            Breaks and working time
          </TextLink>
          {stopped ? ' are counted; that breaks stop the clock is Waymark’s own reading.' : ''}
        </Text>
        {maintenance == null ? null : (
          <Text size="sm">
            Older evidence counts under a capability where newer evidence there shows that the skill was kept
            up. It is marked “older, kept up”.
          </Text>
        )}
        <Group gap="xs">
          <Text size="sm">
            {pack.title}, version {pack.version}. Source: {sourceWords(pack, pack.source)}
          </Text>
          <CertaintyBadge certainty={pack.certainty} />
        </Group>
      </Stack>
      <details className={classes.about}>
        <summary>About this guidance, and what the shapes mean</summary>
        <Stack gap="sm" mt="sm">
          <Text size="sm" className={classes.notice}>
            {pack.notice}
          </Text>
          <Group gap="xs">
            <Text size="sm">The window:</Text>
            <Provenance pack={pack} source={window.source} certainty={window.certainty} />
          </Group>
          {maintenance == null ? null : (
            <div>
              <Text size="sm" className={classes.notice}>
                Kept up: {maintenance.note}
              </Text>
              <Provenance pack={pack} source={maintenance.source} certainty={maintenance.certainty} />
            </div>
          )}
          <StrengthKey />
        </Stack>
      </details>
    </Paper>
  );
}

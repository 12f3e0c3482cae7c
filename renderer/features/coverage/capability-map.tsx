import { Stack, Title } from '@mantine/core';
import { IconFilePlus, IconLinkOff, IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { capabilityKindWords } from '#renderer/text/capability-words.ts';
import { count } from '#renderer/text/format.ts';
import { LinkButton, TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { EmptyState } from '#renderer/ui/states.tsx';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { nothingSeen } from './capability-facts.tsx';
import { CapabilityPanel, capabilityButtonId } from './capability-panel.tsx';
import classes from './coverage.module.css';
import { type CoverageSearch, toggled } from './coverage-search.ts';
import { Overview } from './overview.tsx';
import { PackNotice } from './pack-notice.tsx';
import { WholePortfolio } from './whole-portfolio.tsx';

/** The map itself: the notice, the glance, the capabilities by kind, and the rules of the whole portfolio. */
export function CapabilityMap(props: {
  readonly map: CoverageMap;
  readonly gapsOnly: boolean;
  readonly open: readonly string[];
  readonly pointedAt: string | undefined;
  readonly onChange: (part: Partial<CoverageSearch>) => void;
}) {
  const { map, gapsOnly, open, pointedAt, onChange } = props;
  const { pack, portfolioId } = usePortfolio();
  const { data: seen } = useQuery(api.coverage.seen.queryOptions({ input: { portfolioId } }));
  useEffect(() => {
    if (pointedAt !== undefined) goTo(pointedAt);
  }, [pointedAt]);

  const whole = gapsOnly ? map.whole.filter(({ met }) => !met) : map.whole;
  const shown = map.capabilities.filter(({ gaps }) => !gapsOnly || gaps.length > 0);
  return (
    <Stack gap="lg">
      <PackNotice pack={pack} map={map} />
      {map.items > 0 ? null : (
        <EmptyState
          icon={IconFilePlus}
          title="Nothing to map yet"
          action={<LinkButton to={paths.newEvidence}>Add your first item</LinkButton>}
        >
          Below is what the guidance asks for. Each item you add and link fills it in.
        </EmptyState>
      )}
      <Overview
        capabilities={map.capabilities}
        onGo={(code) => {
          // A capability without gaps is not drawn while only gaps are.
          if (!shown.some((capability) => capability.code === code)) onChange({ show: undefined });
          requestAnimationFrame(() => goTo(code));
        }}
      />
      {map.unlinked === 0 ? null : (
        <Note
          tone="info"
          icon={IconLinkOff}
          title={`${count(map.unlinked, 'item is', 'items are')} linked to no capability`}
        >
          They count nowhere below, and a panel that goes by capability does not see them.{' '}
          <TextLink size="sm" to={paths.evidence} search={{ capability: 'none' }}>
            Show {map.unlinked === 1 ? 'it' : 'them'}
          </TextLink>
        </Note>
      )}
      {gapsOnly && shown.length === 0 && whole.length === 0 ? (
        <EmptyState icon={IconListCheck} title="No gap by these rules">
          Every count is met. Whether the evidence is good enough is for people to judge.
        </EmptyState>
      ) : null}
      {kindsOf(pack).map((kind) => {
        const capabilities = pack.capabilities.filter((capability) => capability.kind === kind);
        const panels = capabilities.flatMap((capability) => {
          const coverage = shown.find(({ code }) => code === capability.code);
          return coverage === undefined ? [] : [{ capability, coverage }];
        });
        if (panels.length === 0) return null;
        return (
          <section key={kind} aria-label={capabilityKindWords[kind]}>
            <Title order={2} size="h2" mb="sm">
              {capabilityKindWords[kind]}
            </Title>
            <ul className={classes.list}>
              {panels.map(({ capability, coverage }) => (
                <CapabilityPanel
                  key={capability.code}
                  pack={pack}
                  portfolioId={portfolioId}
                  map={map}
                  capability={capability}
                  coverage={coverage}
                  seen={seen?.capabilities.find(({ code }) => code === capability.code) ?? nothingSeen}
                  opened={open.includes(capability.code)}
                  onToggle={() => onChange({ open: toggled(open, capability.code) })}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <WholePortfolio pack={pack} results={whole} gapsOnly={gapsOnly} />
    </Stack>
  );
}

/** Brings a capability to the top of the screen and puts the focus on it. */
function goTo(code: string): void {
  const button = document.getElementById(capabilityButtonId(code));
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: 'start' });
}

/** The kinds of capability a pack has, in the order it has them. */
const kindsOf = (pack: GuidancePack) => [...new Set(pack.capabilities.map(({ kind }) => kind))];

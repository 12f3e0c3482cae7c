import { Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { StrengthBadge } from '#renderer/ui/badges.tsx';
import { LinkButton, TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './home.module.css';
import { mendable, topGaps } from './needs.ts';

const shown = 5;

/** The weakest capabilities, each with one click to mend it. */
export function Gaps(props: { readonly map: CoverageMap; readonly pack: GuidancePack }) {
  const { map, pack } = props;
  const gaps = topGaps(map, pack, shown);
  const all = mendable(map).length;
  return (
    <Section
      title="Gaps to mend first"
      actions={
        <TextLink to={paths.coverage} size="sm">
          {all > shown ? `All ${all} on the coverage map` : 'Coverage map'}
        </TextLink>
      }
    >
      {gaps.length === 0 ? (
        <Text size="sm">
          Every count of the guidance that can be met today is met. Counts are not quality: ask your
          supervisor to read the evidence with you.
        </Text>
      ) : (
        <Stack component="ul" gap={0} className={classes.lines}>
          {gaps.map(({ code, title, words, coverage }) => (
            <li key={code} className={classes.line}>
              <div className={classes.lineWords}>
                <TextLink to={paths.capability} params={{ code }} size="sm" fw={600}>
                  {code} {title}
                </TextLink>
                <div className={classes.lineNote}>
                  <StrengthBadge strength={coverage.strength} />
                  <Text component="span" size="sm">
                    {words}
                  </Text>
                </div>
              </div>
              <LinkButton
                to={paths.newEvidence}
                search={{ capability: code }}
                variant="default"
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                aria-label={`Add evidence for ${code}`}
              >
                Add
              </LinkButton>
            </li>
          ))}
        </Stack>
      )}
    </Section>
  );
}

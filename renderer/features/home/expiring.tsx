import { Stack, Text } from '@mantine/core';
import { count } from '#renderer/text/format.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './home.module.css';
import { expiring } from './needs.ts';

const shown = 5;

/** What counts today and will be too old on the target date. */
export function Expiring(props: { readonly map: CoverageMap; readonly pack: GuidancePack }) {
  const { map, pack } = props;
  const lines = expiring(map);
  const titleOf = (code: string) =>
    pack.capabilities.find((capability) => capability.code === code)?.title ?? '';
  return (
    <Section
      title="Growing too old"
      intro={
        <>
          Counts today, but not on <UkDate date={map.targetDate} />.
        </>
      }
      actions={
        <TextLink to={paths.coverage} search={{ view: 'ageing' }} size="sm">
          When, and which
        </TextLink>
      }
    >
      {lines.length === 0 ? (
        <Text size="sm">Nothing that counts today will be too old on the target date.</Text>
      ) : (
        <Stack component="ul" gap={0} className={classes.lines}>
          {lines.slice(0, shown).map((line) => (
            <li key={line.code} className={classes.line}>
              <div className={classes.lineWords}>
                <TextLink to={paths.capability} params={{ code: line.code }} size="sm">
                  {line.code} {titleOf(line.code)}
                </TextLink>
              </div>
              <Text size="sm" className={classes.nowrap}>
                {count(line.expiring, 'item')}
              </Text>
            </li>
          ))}
        </Stack>
      )}
    </Section>
  );
}

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { NextStepList } from '#renderer/ui/next-steps/next-step-list.tsx';
import { SetAsideMenu } from '#renderer/ui/next-steps/set-aside-menu.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';

const shown = 5;

/** The most useful things to do next, each with one click to begin. */
export function Next(props: {
  readonly map: CoverageMap;
  readonly pack: GuidancePack;
  readonly portfolioId: string;
}) {
  const { map, pack, portfolioId } = props;
  const query = useQuery(api.coverage.next.queryOptions({ input: { portfolioId } }));
  const all = query.data?.steps.length ?? 0;
  return (
    <Section
      title="What next"
      actions={
        <TextLink to={paths.coverage} search={{ view: 'next' }} size="sm">
          {all > shown ? `All ${all} suggestions` : 'All suggestions'}
        </TextLink>
      }
    >
      <QueryStates query={query} what="suggestions" rows={4}>
        {({ steps }) =>
          steps.length === 0 ? (
            <Text size="sm">
              The rules find nothing to do now. Counts are not quality: ask your supervisor to read the
              evidence with you.
            </Text>
          ) : (
            <NextStepList
              pack={pack}
              map={map}
              steps={steps.slice(0, shown)}
              others={({ key }, label) => (
                <SetAsideMenu portfolioId={portfolioId} stepKey={key} label={label} />
              )}
            />
          )
        }
      </QueryStates>
    </Section>
  );
}

import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { paceSentence } from '#renderer/text/pace-words.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { PaceBadge } from '#renderer/ui/pace-badge.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';

/** How the plan to the target date stands, in a line. */
export function HomePace(props: { readonly portfolioId: string }) {
  const { portfolioId } = props;
  const query = useQuery(api.coverage.pace.queryOptions({ input: { portfolioId } }));
  return (
    <Section
      title="Pace"
      actions={
        <TextLink to={paths.coverage} search={{ view: 'pace' }} size="sm">
          Month by month
        </TextLink>
      }
    >
      <QueryStates query={query} what="the pace" rows={1}>
        {(pace) => (
          <Group gap="xs">
            <PaceBadge standing={pace.standing} />
            <Text size="sm">{paceSentence(pace)}</Text>
          </Group>
        )}
      </QueryStates>
    </Section>
  );
}

import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count, sizeWords } from '#renderer/text/format.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';

const codesIn = (codes: readonly string[]) => [...new Set(codes)].join(', ');

/** What would go along, and what the other guidance makes of the links. */
export function MovePlan(props: { readonly ids: readonly string[]; readonly to: string }) {
  const { portfolioId } = usePortfolio();
  const plan = useQuery(api.evidence.planMove.queryOptions({ input: { portfolioId, ...props } }));
  if (plan.isError) return <FailedState error={plan.error} />;
  if (plan.data === undefined) return <LoadingState what="what would move" />;
  const { items, files, bytes, foreign, leftOut } = plan.data;
  const withFiles = files === 0 ? '' : ` with ${count(files, 'file')} (${sizeWords(bytes)})`;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {count(items, 'item')}
        {withFiles} {items === 1 ? 'goes' : 'go'} there, with links, sign-offs and every earlier version. It
        can be undone in either portfolio.
      </Text>
      {foreign.length === 0 ? null : (
        <Caution title={`${count(foreign.length, 'link')} to other guidance`}>
          {codesIn(foreign)} {new Set(foreign).size === 1 ? 'is' : 'are'} not in that portfolio’s guidance.
          The {foreign.length === 1 ? 'link stays' : 'links stay'} as named and count towards nothing there,
          until you link the {items === 1 ? 'item' : 'items'} anew.
        </Caution>
      )}
      {leftOut.length === 0 ? null : (
        <Caution title={`${count(leftOut.length, 'link')} left out`}>
          {codesIn(leftOut)} {new Set(leftOut).size === 1 ? 'means' : 'mean'} something else in that
          portfolio’s guidance, so {leftOut.length === 1 ? 'this link does' : 'these links do'} not go along.
        </Caution>
      )}
    </Stack>
  );
}

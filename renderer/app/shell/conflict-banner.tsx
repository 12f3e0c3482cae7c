import { Box } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';

const where: readonly string[] = [paths.home, paths.evidence, paths.reviews];

/** Says, where people start, that something was changed in two places and waits for them to decide. */
export function ConflictBanner({ portfolioId }: { readonly portfolioId: string }) {
  const path = useRouterState({ select: (state) => state.matches.at(-1)?.pathname ?? '' });
  const conflicts = useQuery(api.conflicts.list.queryOptions({ input: { portfolioId } })).data ?? [];
  if (conflicts.length === 0 || !where.includes(path)) return null;
  return (
    <Box mb="md">
      <Note
        tone="warn"
        icon={IconGitMerge}
        title={`${count(conflicts.length, 'record was', 'records were')} changed in two places`}
      >
        Both versions are kept. Until you decide, the one from this computer is shown.{' '}
        <TextLink to={paths.conflicts} size="sm">
          Compare and decide
        </TextLink>
      </Note>
    </Box>
  );
}

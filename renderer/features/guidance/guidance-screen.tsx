import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { ImportPack } from './import-pack.tsx';
import { MoveElsewhere } from './move-elsewhere.tsx';
import { PackList } from './pack-list.tsx';

function InUse({ portfolioId }: { readonly portfolioId: string }) {
  const inUse = useQuery(api.guidance.inUse.queryOptions({ input: { portfolioId } }));
  return (
    <Section
      title="In this portfolio"
      intro="A portfolio keeps the guidance it uses until you move it. Moving can be undone."
    >
      <QueryStates query={inUse} what="the guidance in use" rows={2}>
        {({ pack, newer }) => (
          <Stack gap="sm" align="flex-start">
            <Text>
              <strong>{pack.title}</strong>, version {pack.version}
            </Text>
            {newer === null ? (
              <Text size="sm" c="dimmed">
                There is no newer version of it here.
              </Text>
            ) : (
              <LinkButton to={paths.changeGuidance} params={{ id: newer.id }}>
                See what version {newer.version} changes
              </LinkButton>
            )}
            <MoveElsewhere current={pack} />
          </Stack>
        )}
      </QueryStates>
    </Section>
  );
}

/** The guidance of this portfolio, the packs there are, and one's own. */
export function GuidanceScreen() {
  const { current } = useCurrentShelf();
  const packs = useQuery(api.guidance.list.queryOptions());
  return (
    <>
      <PageHeader
        title="Guidance"
        intro="What each specialty asks for, where it was read and how sure that is. A Trust can make packs of its own."
      />
      <Stack gap="lg">
        {current === undefined ? null : <InUse key={current.id} portfolioId={current.id} />}
        <QueryStates query={packs} what="guidance packs">
          {(list) => {
            const own = list.filter(({ origin }) => origin === 'own');
            return (
              <>
                <Section
                  title="Your own packs"
                  intro="Kept in this vault. They travel with the portfolios that use them."
                >
                  {own.length === 0 ? (
                    <Text size="sm" c="dimmed">
                      None yet. Make one from a shipped pack or the blank one below, or bring in a file.
                    </Text>
                  ) : (
                    <PackList packs={own} />
                  )}
                </Section>
                <ImportPack />
                <Section title="Packs that come with Waymark">
                  <PackList packs={list.filter(({ origin }) => origin === 'shipped')} />
                </Section>
              </>
            );
          }}
        </QueryStates>
      </Stack>
    </>
  );
}

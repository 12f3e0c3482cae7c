import { Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { measureWords, questionTitle } from '#renderer/text/coverage-measure-words.ts';
import { count } from '#renderer/text/format.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import type { CoverageQuestion } from '#shared/domain/coverage/items-behind.ts';
import { ItemLines } from './item-lines.tsx';
import { PassageLinks } from './passage-links.tsx';
import { QuestionSource } from './question-source.tsx';

/** The items behind one number, beside the map, with the rule that made the number. */
export function ItemsPanel(props: {
  readonly question: CoverageQuestion | null;
  readonly onClose: () => void;
}) {
  const { question, onClose } = props;
  const { pack } = usePortfolio();
  return (
    <Drawer.Root opened={question !== null} onClose={onClose} position="right" size="30rem">
      <Drawer.Overlay />
      <Drawer.Content>
        {/* Not the library's header, which would be a second banner of the page. */}
        <Drawer.Body pt="md">
          <Group justify="space-between" align="flex-start" wrap="nowrap" mb="sm">
            <Drawer.Title fw={600}>{question === null ? '' : questionTitle(pack, question)}</Drawer.Title>
            <Drawer.CloseButton aria-label="Close the list" />
          </Group>
          {question === null ? null : <Items question={question} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Items(props: { readonly question: CoverageQuestion }) {
  const { question } = props;
  const { pack, portfolioId } = usePortfolio();
  const query = useQuery(api.coverage.items.queryOptions({ input: { portfolioId, ...question } }));
  return (
    <Stack gap="md">
      <div>
        <Text size="sm">{measureWords[question.measure].meaning}</Text>
        <QuestionSource pack={pack} question={question} />
      </div>
      <QueryStates query={query} what="the items" rows={4}>
        {({ rows, total }) => (
          <>
            <Text size="sm" fw={600}>
              {total === 0 ? 'No item.' : `${count(total, 'item')}, newest first`}
            </Text>
            <ItemLines
              items={rows}
              below={(item) => <PassageLinks item={item} capability={question.capability} />}
            />
            {total > rows.length ? (
              <Text size="sm">The first {rows.length} are shown. The list under Evidence has them all.</Text>
            ) : null}
          </>
        )}
      </QueryStates>
    </Stack>
  );
}

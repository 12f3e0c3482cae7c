import { Button, Group, List, Select, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { fateWords, movedReviewWords } from '#renderer/text/guidance-words.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type {
  CapabilityFate,
  GuidanceChange,
  NamedCapability,
  RuleChange,
} from '#shared/domain/guidance-change.ts';
import classes from '../guidance.module.css';

const stays = '';
const nameOf = ({ code, title }: NamedCapability) => (title === '' ? code : `${code} ${title}`);

/** Where the links of one capability go: the likely ones first, then all. */
function choicesFor({ suggestions }: CapabilityFate, targets: readonly NamedCapability[]) {
  const likely = new Set(suggestions.map(({ code }) => code));
  const option = (one: NamedCapability) => ({ value: one.code, label: nameOf(one) });
  return [
    { group: 'Leave', items: [{ value: stays, label: 'Stay unmapped' }] },
    ...(suggestions.length === 0 ? [] : [{ group: 'Suggested', items: suggestions.map(option) }]),
    { group: 'All', items: targets.filter(({ code }) => !likely.has(code)).map(option) },
  ];
}

/** Both wordings where they differ: a rule can also be counted otherwise, or under another capability, in the same words. */
const otherwise = ({ before, after }: RuleChange): string | null => {
  if (before === null || after === null) return null;
  return before === after ? before : `${before}, now: ${after}`;
};

function Rules({ rules }: Pick<GuidanceChange, 'rules'>) {
  if (rules.length === 0) return <Text size="sm">The counts are the same.</Text>;
  return (
    <List size="sm" spacing={4}>
      {[...new Set(rules.map(({ capability }) => capability))].map((capability) => (
        <List.Item key={capability}>
          <strong>{capability ?? 'Whole portfolio'}</strong>
          {(
            [
              ['no longer asked', ({ before, after }: RuleChange) => (after === null ? before : null)],
              ['new', ({ before, after }: RuleChange) => (before === null ? after : null)],
              ['asked otherwise', otherwise],
            ] as const
          ).map(([words, of]) => {
            const told = rules
              .filter((one) => one.capability === capability)
              .map(of)
              .filter((one) => one !== null);
            return told.length === 0 ? null : (
              <div key={words}>
                {words}: {told.join('; ')}
              </div>
            );
          })}
        </List.Item>
      ))}
    </List>
  );
}

/** Every capability that is not the same there, each with where its links go. */
export function ChangeForm({ change }: { readonly change: GuidanceChange }) {
  const { portfolioId } = usePortfolio();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const open = change.capabilities.filter(({ fate }) => fate !== 'same');
  const [goes, setGoes] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(open.map(({ from, to }) => [from.code, to ?? stays])),
  );
  const mapping = open.map(({ from }) => ({ from: from.code, to: goes[from.code] || null }));
  const wish = { portfolioId, packId: change.to.id, mapping };
  const preview = useQuery(api.guidance.previewMove.queryOptions({ input: wish }));
  const move = useMutation(
    api.guidance.move.mutationOptions({
      // Asking what the move would change fails once it is done: away from here first.
      meta: { refresh: false },
      onSuccess: async () => {
        await navigate({ to: paths.guidance });
        queryClient.removeQueries({ queryKey: api.guidance.compare.key() });
        queryClient.removeQueries({ queryKey: api.guidance.previewMove.key() });
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <Stack gap="lg">
      <Section
        title={`${change.from.title} ${change.from.version} → ${change.to.title} ${change.to.version}`}
        intro={`${count(change.capabilities.length - open.length, 'capability stays', 'capabilities stay')} the same; new or worded otherwise: ${change.added.length}; to look at: ${open.length}.`}
      >
        {open.length === 0 ? (
          <Text size="sm">Every capability is there under the same code and title.</Text>
        ) : (
          <div className={classes.scroll}>
            <Table className={classes.stacking ?? ''}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Now</Table.Th>
                  <Table.Th>There</Table.Th>
                  <Table.Th>Links</Table.Th>
                  <Table.Th>Its links go to</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {open.map((one) => (
                  <Table.Tr key={one.from.code}>
                    <Table.Td>{nameOf(one.from)}</Table.Td>
                    <Table.Td>{fateWords[one.fate]}</Table.Td>
                    <Table.Td data-label="Links">{one.links}</Table.Td>
                    <Table.Td miw={{ base: 0, sm: '22rem' }}>
                      <Select
                        aria-label={`Links of ${one.from.code} go to`}
                        data={choicesFor(one, change.targets)}
                        value={goes[one.from.code] ?? stays}
                        allowDeselect={false}
                        searchable
                        onChange={(to) => setGoes((before) => ({ ...before, [one.from.code]: to ?? stays }))}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </Section>
      <Section title="New there">
        {change.added.length === 0 ? (
          <Text size="sm">Nothing.</Text>
        ) : (
          <List size="sm">
            {change.added.map((one) => (
              <List.Item key={one.code}>{nameOf(one)}</List.Item>
            ))}
          </List>
        )}
      </Section>
      <Section title="Counts that are asked otherwise">
        <Rules rules={change.rules} />
      </Section>
      <Section title="What moving does" intro="One step, which you can undo. No link is lost.">
        <Stack gap="md">
          <Text role="status">
            {preview.data === undefined
              ? 'Counting …'
              : `${count(preview.data.items, 'item')} changed: ${count(preview.data.moved, 'link')} to another capability, ${preview.data.kept} kept, ${preview.data.unmapped} unmapped.`}
          </Text>
          {preview.data?.reviews === undefined ? null : (
            <List size="sm" aria-label="Reviews that are not signed yet">
              {preview.data.reviews.map((one) => (
                <List.Item key={`${one.review} ${one.what} ${one.from} ${one.to}`}>
                  {movedReviewWords(one)}
                </List.Item>
              ))}
            </List>
          )}
          {preview.error === null ? null : <FailedState error={preview.error} />}
          {move.error === null ? null : <FailedState error={move.error} />}
          <Group>
            <Button
              loading={move.isPending}
              disabled={preview.data === undefined}
              onClick={() => move.mutate({ ...wish, version: change.to.version })}
            >
              Move to {change.to.title} {change.to.version}
            </Button>
          </Group>
        </Stack>
      </Section>
    </Stack>
  );
}

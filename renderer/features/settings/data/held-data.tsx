import { List, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { dataKindWords } from '#renderer/text/data-words.ts';
import { count, momentWords, numberWords, sizeWords } from '#renderer/text/format.ts';
import { audienceWords } from '#renderer/text/sharing-words.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { YourData } from '#shared/contract/your-data.ts';
import type { Travel } from '#shared/domain/packages/travel.ts';
import classes from './held-data.module.css';

function Holdings({ portfolio }: { readonly portfolio: YourData['portfolios'][number] }) {
  return (
    <div className={classes.scroll}>
      <Table captionSide="top">
        <Table.Caption className={classes.caption ?? ''}>{`Portfolio of ${portfolio.doctor}`}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th className={classes.number ?? ''}>How many</Table.Th>
            <Table.Th className={classes.number ?? ''}>Size</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {portfolio.holdings.map(({ kind, count: amount, bytes }) => (
            <Table.Tr key={kind}>
              <Table.Td>{dataKindWords[kind]}</Table.Td>
              <Table.Td className={classes.number ?? ''}>{numberWords(amount)}</Table.Td>
              <Table.Td className={classes.number ?? ''}>{bytes === null ? '' : sizeWords(bytes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const peopleOf = ({ direction, people }: Travel) =>
  people.length === 0 ? 'whoever has the passphrase' : people.join(direction === 'made' ? ', ' : ' and ');

function Travelled({ travelled }: { readonly travelled: YourData['travelled'] }) {
  if (travelled.length === 0)
    return <Text size="sm">No package has been made in this vault or kept in it.</Text>;
  return (
    <div className={classes.scroll}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th>In it</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {travelled.map((travel) => (
            <Table.Tr key={travel.id}>
              <Table.Td>{momentWords(travel.at)}</Table.Td>
              <Table.Td>
                {travel.direction === 'made' ? 'Package made for ' : 'Package kept, sealed by '}
                {peopleOf(travel)}. Portfolio of {travel.doctor}, as for{' '}
                {audienceWords[travel.audience].title.toLowerCase()}.
              </Table.Td>
              <Table.Td>
                {count(travel.evidence, 'item')}, {count(travel.reviews, 'review')},{' '}
                {count(travel.files, 'file')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Everything the vault holds, kind by kind, and what was given to whom. */
export function HeldData() {
  const data = useQuery(api.yourData.show.queryOptions());
  return (
    <QueryStates query={data} what="what the vault holds" rows={6}>
      {({ portfolios, people, signingKeys, dismissals, matchings, ownPacks, opportunities, travelled }) => (
        <Stack gap="md">
          <Section title="What is in your vault" intro="All of it, counted now.">
            <Stack gap="md">
              {portfolios.map((portfolio) => (
                <Holdings key={portfolio.id} portfolio={portfolio} />
              ))}
              {portfolios.length === 0 ? <Text size="sm">No portfolio yet.</Text> : null}
              <List size="sm" spacing={4}>
                <List.Item>
                  About you: your name, roles and GMC number, {count(signingKeys, 'signing key')}, and the key
                  that packages for you are encrypted to.
                </List.Item>
                <List.Item>About others: the cards of {count(people, 'person', 'people')}.</List.Item>
                {dismissals === 0 ? null : (
                  <List.Item>
                    From the identifier check: {count(dismissals, 'finding')} you decided to leave, with your
                    reasons. They go into no package.
                  </List.Item>
                )}
                {matchings === 0 ? null : (
                  <List.Item>
                    From imports: which columns {count(matchings, 'spreadsheet')} had, and what each was.
                  </List.Item>
                )}
                {opportunities === 0 ? null : (
                  <List.Item>Opportunities: {count(opportunities, 'entry', 'entries')}.</List.Item>
                )}
                {ownPacks === 0 ? null : (
                  <List.Item>Guidance of your own: {count(ownPacks, 'pack')}.</List.Item>
                )}
                <List.Item>
                  All of this is encrypted on the disk. Outside the vault there are only its backups, which
                  are encrypted too, and a log of faults without names or content.
                </List.Item>
              </List>
            </Stack>
          </Section>
          <Section
            title="Packages given and received"
            intro="Waymark sends nothing by itself: no account, no cloud, no statistics, no update checks. You can make packages and reports, and send them yourself."
          >
            <Travelled travelled={travelled} />
          </Section>
        </Stack>
      )}
    </QueryStates>
  );
}

import { Stack, Table, Text, Title } from '@mantine/core';
import { count } from '#renderer/text/format.ts';
import { actionFateWords, recommendationTitles } from '#renderer/text/panel-words.ts';
import { ratingWords } from '#renderer/text/rating-words.ts';
import { StrengthBadge } from '#renderer/ui/badges.tsx';
import { JudgementBadge } from '#renderer/ui/capability/judgement-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { Brief } from '#shared/domain/panel/brief-model.ts';
import classes from './room.module.css';

/** The brief as the panel reads it on the screen; the printed page says the same. */
export function BriefView({ brief }: { readonly brief: Brief }) {
  const { numbers, last, actions, supervisor, capabilities, late, missing, on } = brief;
  return (
    <Stack gap="md">
      <Title order={2} size="h3" id="capability-heading" data-code="">
        Before you begin
      </Title>
      <Text size="sm">
        Handed in on <UkDate date={on} />: {count(numbers.items, 'item')}, {numbers.fresh} of them since{' '}
        {last === null ? 'the period began' : 'the last review'}, {numbers.verified} verified,{' '}
        {count(numbers.files, 'file')}.{' '}
        {numbers.unlinked === 0 ? '' : `${numbers.unlinked} not linked to any capability. `}
        {late === 0 ? '' : `${count(late, 'item')} came or changed afterwards and is not shown here. `}
        {missing === 0
          ? ''
          : `${count(missing, 'item')} cannot be shown as handed in: that version is not in this vault.`}
      </Text>
      <section aria-label="Since the last review">
        <Title order={3} size="h5">
          {last === null ? 'No review before this one' : 'Since the last review'}
        </Title>
        {last === null ? null : (
          <Text size="sm">
            Held on <UkDate date={last.heldOn} />. Outcome: {last.outcome}.
          </Text>
        )}
        {actions.length === 0 ? null : (
          <ul className={classes.plain}>
            {actions.map(({ id, what, owner, dueOn, fate, note }) => (
              <li key={id}>
                <strong>{actionFateWords[fate]}:</strong> {what} ({owner}, by <UkDate date={dueOn} />)
                {note === '' ? '' : `. ${note}`}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-label="What the supervisor says">
        <Title order={3} size="h5">
          What the supervisor says
        </Title>
        {supervisor === null ? (
          <Text size="sm">No supervisor’s report was handed in.</Text>
        ) : (
          <div className={classes.prose}>
            <Text size="sm">
              {supervisor.author.name}
              {supervisor.sealedOn === null ? ', not sealed' : ', sealed on '}
              {supervisor.sealedOn === null ? null : <UkDate date={supervisor.sealedOn} />}
              {supervisor.recommendation === null
                ? ''
                : `: ${recommendationTitles[supervisor.recommendation]}`}
              . {supervisor.reason}
            </Text>
            {supervisor.strengths === '' ? null : <Text size="sm">Strengths: {supervisor.strengths}</Text>}
            {supervisor.development === '' ? null : (
              <Text size="sm">To develop: {supervisor.development}</Text>
            )}
          </div>
        )}
      </section>
      <section
        className={classes.scrolls}
        data-scrolls
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
        tabIndex={0}
        aria-label="Coverage then and now"
      >
        <Table withTableBorder verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Capability</Table.Th>
              <Table.Th>Then</Table.Th>
              <Table.Th>Now</Table.Th>
              <Table.Th>In date</Table.Th>
              <Table.Th>Last panel</Table.Th>
              <Table.Th>Supervisor</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {capabilities.map((line) => (
              <Table.Tr key={line.code}>
                <Table.Td>
                  {line.code} {line.title}
                </Table.Td>
                <Table.Td>
                  {line.before === null ? 'Not known' : <StrengthBadge strength={line.before.strength} />}
                </Table.Td>
                <Table.Td>
                  <StrengthBadge strength={line.now.strength} />
                </Table.Td>
                <Table.Td>
                  {line.now.inWindow} of {line.now.items}
                  {line.expiring === 0 ? '' : `, ${line.expiring} expiring`}
                </Table.Td>
                <Table.Td>
                  {line.lastJudgement === null ? 'None' : <JudgementBadge level={line.lastJudgement} />}
                </Table.Td>
                <Table.Td>
                  {line.supervisorLevel === null ? 'Nothing' : ratingWords[line.supervisorLevel].title}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Stack>
  );
}

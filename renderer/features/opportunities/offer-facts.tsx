import { Text } from '@mantine/core';
import { count, dayWords } from '#renderer/text/format.ts';
import { opportunityKindWords } from '#renderer/text/opportunity-words.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { Opportunity } from '#shared/domain/supervision/opportunity.ts';
import classes from './opportunities.module.css';

/** What an opportunity is, where, until when, and whom to ask. */
export function OfferFacts({ offer }: { readonly offer: Opportunity }) {
  const { kind, title, what, place, contact, from, until, places, closed } = offer;
  const facts = [
    place,
    from === null ? '' : `from ${dayWords(from)}`,
    until === null ? '' : `until ${dayWords(until)}`,
    places === null ? '' : count(places, 'place'),
    contact === '' ? '' : `ask ${contact}`,
  ].filter((text) => text !== '');
  return (
    <>
      <div className={classes.head}>
        <Text fw={600}>{title}</Text>
        <ToneBadge tone="info">{opportunityKindWords[kind]}</ToneBadge>
        {closed ? <ToneBadge tone="warn">Closed</ToneBadge> : null}
      </div>
      {what === '' ? null : <Text className={classes.prose ?? ''}>{what}</Text>}
      {facts.length === 0 ? null : (
        <Text size="sm" c="dimmed">
          {facts.join('; ')}
        </Text>
      )}
    </>
  );
}

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { answerText } from '#shared/domain/evidence-answers.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import classes from './room.module.css';

function factsOf(item: EvidenceItem): readonly (readonly [string, string])[] {
  const { fields } = evidenceTypeById(item.type);
  const { verification, place, role, hours } = item;
  return [
    ...(place === '' ? [] : [['Place', place] as const]),
    ...(role === '' ? [] : [['Role', role] as const]),
    ...(hours === null ? [] : [['Hours', String(hours)] as const]),
    ...fields.flatMap((field) => {
      const value = item.details[field.id];
      return value === undefined ? [] : [[field.label, answerText(field, value)] as const];
    }),
    [
      'Verified',
      verification === null
        ? 'Not verified'
        : `${verification.by}, ${verification.institution}, ${ukDate(verification.on)}`,
    ],
  ];
}

/** What the doctor wrote about an item, as it was handed in. */
export function ItemWords(props: {
  readonly at: { readonly portfolioId: string; readonly id: string };
  readonly item: string;
}) {
  const query = useQuery({
    ...api.panel.item.queryOptions({ input: { ...props.at, item: props.item } }),
    staleTime: 60_000,
  });
  if (query.data === undefined) return null;
  const item = query.data;
  return (
    <Disclosure label="What the doctor wrote">
      <Facts facts={factsOf(item)} />
      {item.reflection === '' ? null : (
        <Text size="sm" className={classes.prose ?? ''}>
          {item.reflection}
        </Text>
      )}
    </Disclosure>
  );
}

import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCapabilityName, useTypeTitle } from '#renderer/api/portfolio-context.tsx';
import { passageWords } from '#renderer/text/passage-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { EvidenceItem, Link } from '#shared/domain/evidence.ts';
import { answerText } from '#shared/domain/evidence-answers.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import { fileOfPassage } from '#shared/domain/passages/passages.ts';
import classes from './queue.module.css';

function Dates({ item }: { readonly item: EvidenceItem }) {
  const { startedOn, endedOn } = item;
  return (
    <>
      <UkDate date={startedOn} />
      {endedOn === null || endedOn === startedOn ? null : (
        <>
          {' to '}
          <UkDate date={endedOn} />
        </>
      )}
    </>
  );
}

function factsOf(item: EvidenceItem, type: string): readonly (readonly [string, ReactNode])[] {
  const { uses, fields } = evidenceTypeById(item.type);
  const answers = fields.flatMap((field) => {
    const value = item.details[field.id];
    const text = value === undefined ? '' : answerText(field, value);
    return text === '' ? [] : [[field.label, text] as const];
  });
  return [
    ['Type', type],
    ['Date', <Dates key="date" item={item} />],
    ...(item.place === '' ? [] : [['Place', item.place] as const]),
    ...(item.role === '' ? [] : [[uses.roleLabel === '' ? 'Role' : uses.roleLabel, item.role] as const]),
    ...(item.hours === null ? [] : [['Hours', String(item.hours)] as const]),
    ...answers,
  ];
}

/** What an item says, and what it is said to show; a passage opens its file there. */
export function ItemFacts(props: {
  readonly item: EvidenceItem;
  readonly onPassage: (file: string, page: number) => void;
}) {
  const { item, onPassage } = props;
  const typeTitle = useTypeTitle();
  const nameOf = useCapabilityName();
  const where = ({ passage, pages }: Link) => {
    if (passage === undefined) return pages;
    const file = fileOfPassage(item, passage);
    if (file === undefined) return `${passageWords(passage)} of a file that is no longer there`;
    return (
      <button
        type="button"
        className={classes.passage}
        onClick={() => onPassage(file.redacted?.hash ?? file.hash, passage.from)}
      >
        {passageWords(passage)}
      </button>
    );
  };
  return (
    <Stack gap="sm">
      <Facts facts={factsOf(item, typeTitle(item.type))} />
      <div>
        <Text size="sm" fw={700} component="h3" mb={4}>
          What it shows
        </Text>
        {item.links.length === 0 ? (
          <Text size="sm">It is linked to no capability.</Text>
        ) : (
          <ul className={classes.links} aria-label="Capabilities it is linked to">
            {item.links.map((link) => (
              <li key={link.capability}>
                <Text span size="sm" fw={600}>
                  {nameOf(link.capability)}
                </Text>
                {link.note === '' ? null : (
                  <Text size="sm" className={classes.prose ?? ''}>
                    {link.note}
                  </Text>
                )}
                {link.passage === undefined && link.pages === '' ? null : (
                  <Text size="sm">Look at {where(link)}</Text>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {item.reflection === '' ? null : (
        <div>
          <Text size="sm" fw={700} component="h3" mb={4}>
            Reflection
          </Text>
          <Text size="sm" className={classes.prose ?? ''}>
            {item.reflection}
          </Text>
        </div>
      )}
    </Stack>
  );
}

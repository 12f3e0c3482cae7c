import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '#renderer/api/client.ts';
import { passageWords } from '#renderer/text/passage-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { RunChart } from '#renderer/ui/run-chart/run-chart.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { answerText, rowsOf } from '#shared/domain/evidence-answers.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { EvidenceField } from '#shared/domain/evidence-fields-types.ts';
import { shownPassages } from '#shared/domain/passages/passages.ts';
import { runChartOf } from '#shared/domain/run-chart.ts';
import { EvidenceFiles } from './evidence-files.tsx';
import classes from './judge.module.css';

/** Whether every row of an answer stands in its run chart. */
const isDrawnWhole = ({ details }: EvidenceItem, field: EvidenceField) =>
  runChartOf(field, details)?.points.length === Math.max(1, rowsOf(details, field.id).length);

/** Measurements, drawn as they are in the form. */
function Charts({ item }: { readonly item: EvidenceItem }) {
  const { unit } = item.details;
  return evidenceTypeById(item.type).fields.map((field) => {
    const chart = runChartOf(field, item.details);
    return chart === null ? null : (
      <RunChart key={field.id} chart={chart} unit={typeof unit === 'string' ? unit : ''} />
    );
  });
}

function factsOf(item: EvidenceItem): readonly (readonly [string, ReactNode])[] {
  const { uses, fields } = evidenceTypeById(item.type);
  const { verification } = item;
  const answers = fields.flatMap((field) => {
    const value = item.details[field.id];
    // What the chart below shows, with the same as a table, is not written out as well.
    if (value === undefined || isDrawnWhole(item, field)) return [];
    return [[field.label, answerText(field, value)] as const];
  });
  return [
    ...(item.place === '' ? [] : [['Place', item.place] as const]),
    ...(item.role === '' ? [] : [[uses.roleLabel === '' ? 'Role' : uses.roleLabel, item.role] as const]),
    ...(item.hours === null ? [] : [['Hours', String(item.hours)] as const]),
    ...answers,
    [
      'Verified',
      verification === null
        ? 'Not verified'
        : `${verification.by}, ${verification.institution}, ${ukDate(verification.on)}`,
    ],
  ];
}

/** What the doctor wrote about an item and where to look for this capability, with the files. */
export function EvidenceDetails(props: {
  readonly portfolioId: string;
  readonly id: string;
  readonly code: string;
}) {
  const { portfolioId, id, code } = props;
  const query = useQuery(api.evidence.get.queryOptions({ input: { portfolioId, id } }));
  return (
    <QueryStates query={query} what="the item" rows={2}>
      {(item) => (
        <Stack gap="xs">
          {item.links
            .filter(({ capability, pages, note }) => capability === code && `${pages}${note}` !== '')
            .map(({ pages, note }) => (
              <Text key={`${pages} ${note}`} size="sm">
                <strong>For {code}:</strong> {[pages, note].filter((part) => part !== '').join('. ')}
              </Text>
            ))}
          {shownPassages(item)
            .filter(({ capability }) => capability === code)
            .map(({ file, ...passage }) => (
              <Text key={passage.from} size="sm">
                <strong>Look at:</strong>{' '}
                {file === null ? (
                  `${passageWords(passage)} of a file that is no longer there`
                ) : (
                  <TextLink
                    size="sm"
                    to={paths.evidenceItem}
                    params={{ id }}
                    search={{ view: file, page: passage.from, show: code }}
                  >
                    {passageWords(passage)}
                  </TextLink>
                )}
              </Text>
            ))}
          <Facts facts={factsOf(item)} />
          <Charts item={item} />
          {item.reflection === '' ? null : (
            <div>
              <Text size="sm" fw={600}>
                Reflection
              </Text>
              <Text size="sm" className={classes.prose}>
                {item.reflection}
              </Text>
            </div>
          )}
          <EvidenceFiles portfolioId={portfolioId} id={id} attachments={item.attachments} />
          <Text size="sm">
            <TextLink size="sm" to={paths.evidenceItem} params={{ id }}>
              Open the item
            </TextLink>
          </Text>
        </Stack>
      )}
    </QueryStates>
  );
}

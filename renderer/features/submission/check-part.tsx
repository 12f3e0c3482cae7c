import { Button, List, Stack, Text } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { client } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { count } from '#renderer/text/format.ts';
import { summaryLines } from '#renderer/text/identifier-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { nothingFoundWords } from '#shared/domain/identifiers/check.ts';
import type { SubmissionPlan } from '#shared/domain/submission/plan-types.ts';
import classes from './submission.module.css';

/** What the identifier check knows of the set, what was declared, and a way to have the rest looked through. */
export function CheckPart({ plan }: { readonly plan: SubmissionPlan }) {
  const { identifiers, notNeeded } = plan;
  const { portfolioId } = usePortfolio();
  const inSet = plan.sections.flatMap(({ documents }) => documents.map(({ itemId }) => itemId));
  const job = useStartedJob(() => client.identifiers.checkMany({ portfolioId, ids: inSet }));
  const lines = summaryLines(identifiers);
  const { unchecked, anonymised, items, filesWithHits, itemsWithHits } = identifiers;
  return (
    <Section
      title="Who could be recognised"
      intro="Rules look for identifiers in the files that go out, on this computer alone. They miss things."
      actions={
        unchecked === 0 || job.running ? undefined : (
          <Button
            variant="default"
            leftSection={<IconScan size={18} aria-hidden />}
            onClick={() => job.start(undefined)}
          >
            Check {count(unchecked, 'file')} now
          </Button>
        )
      }
    >
      <Stack gap="sm">
        {lines.length === 0 ? (
          <Text size="sm">{nothingFoundWords}</Text>
        ) : (
          <List size="sm">
            {lines.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        )}
        <Text size="sm">
          Marked as anonymised by a person: {anonymised} of {count(items, 'item')}.
        </Text>
        {filesWithHits + itemsWithHits + unchecked === 0 ? null : (
          <Text size="sm">
            In the list of evidence:{' '}
            <TextLink to={paths.evidence} search={{ text: 'has:identifiers' }} size="sm">
              items with possible identifiers
            </TextLink>
            ,{' '}
            <TextLink to={paths.evidence} search={{ text: 'identifiers:unchecked' }} size="sm">
              items not checked yet
            </TextLink>
          </Text>
        )}
        <JobProgress watched={job.watched} label="Looking for identifiers" unit="file" />
        {notNeeded.length === 0 ? null : (
          <Disclosure label={`${count(notNeeded.length, 'item')} declared as needing no anonymising`}>
            <ul className={classes.list}>
              {notNeeded.map(({ itemId, title }) => (
                <li key={itemId}>
                  <TextLink to={paths.evidenceItem} params={{ id: itemId }} size="sm">
                    {title}
                  </TextLink>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Stack>
    </Section>
  );
}

import { Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { count } from '#renderer/text/format.ts';
import { certaintyWords } from '#renderer/text/guidance-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { CvView } from '#shared/contract/cv.ts';
import { type FindingRule, findingRules } from '#shared/domain/cv/findings.ts';
import { FindingLine } from './finding-line.tsx';

const titles: Readonly<Record<FindingRule, string>> = {
  gap: 'Days without a post',
  cv: 'What a CV says, and whether the evidence agrees',
  overlap: 'Posts held at once',
};

function Rule({ rule }: { readonly rule: CvView['rules'][FindingRule] }) {
  return (
    <Text size="sm" c="dimmed">
      {rule.note} {rule.source}. {certaintyWords[rule.certainty].title}.
    </Text>
  );
}

/** Everything worth a look in the CV, rule by rule. None of it stops anybody. */
export function FindingsPart({ view }: { readonly view: CvView }) {
  const { findings, rules, posts } = view;
  if (posts.length === 0) return null;
  if (findings.length === 0)
    return (
      <Note tone="good" icon={IconCircleCheck} title="Nothing found of what Waymark looks for" role="status">
        <Text size="sm">Read every line yourself, and hold it against your letters and contracts.</Text>
        <Disclosure label="What was looked for">
          <Stack gap="xs">
            {findingRules.map((rule) => (
              <Rule key={rule} rule={rules[rule]} />
            ))}
          </Stack>
        </Disclosure>
      </Note>
    );
  return (
    <Section
      title={`Worth a look (${count(findings.length, 'thing')})`}
      intro="None of this stops you. Evaluators ask about gaps and about dates that do not match."
    >
      <Stack gap={2}>
        {findingRules.map((rule) => {
          const of = findings.filter((finding) => finding.rule === rule);
          return of.length === 0 ? null : (
            <Disclosure key={rule} label={`${titles[rule]} (${of.length})`}>
              <Rule rule={rules[rule]} />
              {of.map((finding) => (
                <FindingLine key={finding.key} finding={finding} view={view} />
              ))}
            </Disclosure>
          );
        })}
      </Stack>
      <Note tone="info" icon={IconInfoCircle}>
        <Text size="sm">
          {rules.cvAge.note} Export it again shortly before you submit. {rules.cvAge.source}.
        </Text>
      </Note>
    </Section>
  );
}

import { Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { numberWords } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { Problem } from '#shared/domain/submission/problem-kinds.ts';
import { problemLine, problemWords } from '#shared/domain/submission/problem-words.ts';
import { problemGroups } from '#shared/domain/submission/set-words.ts';
import classes from './submission.module.css';

/** Everything worth a look before the set leaves one's hands. None of it stops anybody. */
export function ProblemsPart({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0)
    return (
      <Note tone="good" icon={IconCircleCheck} title="Nothing found of what Waymark looks for">
        <Text size="sm">Look at every page yourself before you upload it.</Text>
      </Note>
    );
  return (
    <Section
      title="Worth a look first"
      intro="None of this stops you. It goes into the set’s README as well."
    >
      <Stack gap={2}>
        {problemGroups(problems).map(([kind, of]) => (
          <Disclosure key={kind} label={`${problemWords[kind].title} (${numberWords(of.length)})`}>
            <Text size="sm" c="dimmed" mb={4}>
              {problemWords[kind].meaning}
            </Text>
            <ul className={classes.list}>
              {of.map((problem) => (
                <li key={`${problem.itemId} ${problem.about}`}>
                  {problem.itemId === null ? (
                    <Text size="sm">{problemLine(problem)}</Text>
                  ) : (
                    <TextLink to={paths.evidenceItem} params={{ id: problem.itemId }} size="sm">
                      {problemLine(problem)}
                    </TextLink>
                  )}
                </li>
              ))}
            </ul>
          </Disclosure>
        ))}
      </Stack>
    </Section>
  );
}

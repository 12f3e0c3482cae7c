import { Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { count } from '#renderer/text/format.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { type Permanence, permanenceSchema } from '#shared/contract/documents.ts';
import type { Area } from '#shared/domain/documents/text.ts';
import {
  type FileResult,
  fileResultSchema,
  isOpen,
  nothingFoundWords,
} from '#shared/domain/identifiers/check.ts';
import { HiddenList } from '../hidden/hidden-list.tsx';

const eyes = 'Look at every page yourself: only you know what identifies somebody.';

/** The words that make the copy searchable: the page shows the same. */
const hiddenIn = ({ hidden }: Permanence) => hidden.filter(({ what }) => what !== 'invisible-text');

function Found({
  copy,
  marks,
  check,
}: {
  readonly copy: Permanence;
  readonly marks: readonly Area[];
  readonly check: FileResult;
}) {
  const hidden = hiddenIn(copy);
  const open = check.hits.filter(isOpen);
  const under = copy.wordsUnderMarks;
  const clean = hidden.length === 0 && under === 0;
  return (
    <>
      <Note
        tone={clean ? 'good' : 'bad'}
        icon={clean ? IconShieldCheck : IconAlertTriangle}
        role="status"
        title={clean ? 'The redaction cannot be lifted' : 'Something is left in the copy'}
      >
        {clean ? (
          <Text size="sm">
            {marks.length === 0
              ? 'Nothing lies hidden in the copy: no properties, comments, layers or files.'
              : `No words are left under the ${count(marks.length, 'mark')}, and nothing lies hidden in the copy: no properties, comments, layers or files.`}{' '}
            {copy.kind === 'pdf' ? 'Its words can be searched where the page shows them.' : ''}
          </Text>
        ) : (
          <>
            {under === 0 ? null : (
              <Text size="sm">{count(under, 'word')} can still be read from under the marks.</Text>
            )}
            <HiddenList hidden={hidden} />
            <Text size="sm">Do not share it. Redact again, with larger marks.</Text>
          </>
        )}
      </Note>
      {open.length === 0 ? (
        <Text size="sm">
          {check.file.state === 'read'
            ? nothingFoundWords
            : `The check could read no words in the copy. ${eyes}`}
        </Text>
      ) : (
        <Note
          tone="warn"
          icon={IconAlertTriangle}
          title={`${count(open.length, 'possible identifier')} in the copy`}
        >
          <Text size="sm">
            {[...new Set(open.map(({ text }) => text.trim().slice(0, 40)))].slice(0, 5).join('; ')}. Redact
            again where they must go. {eyes}
          </Text>
        </Note>
      )}
    </>
  );
}

/** Holds the copy against the marks: what can still be brought out of it, and what the identifier check says. */
export function Verdict(props: {
  readonly portfolioId: string;
  readonly itemId: string;
  readonly copy: string;
  /** What was burnt in, where it is still known. */
  readonly marks: readonly Area[];
}) {
  const { portfolioId, itemId, copy, marks } = props;
  const [check, setCheck] = useState<FileResult | null>(null);
  const [found, setFound] = useState<Permanence | null>(null);
  const looking = useStartedJob<undefined>(
    () => client.documents.permanence({ portfolioId, hash: copy, marks }),
    (result) => setFound(permanenceSchema.parse(result)),
  );
  const checking = useStartedJob<undefined>(
    () => client.identifiers.checkFile({ portfolioId, id: itemId, file: copy }),
    (result) => {
      setCheck(fileResultSchema.parse(result));
      looking.start(undefined);
    },
  );
  const begin = useEffectEvent(() => checking.start(undefined));
  useEffect(() => begin(), []);
  return (
    <Section title="Check of the copy">
      <Stack gap="sm">
        <JobProgress
          watched={checking.watched}
          label="Checking the copy"
          unit="page"
          onRetry={() => checking.start(undefined)}
        />
        <JobProgress
          watched={looking.watched}
          label="Looking under the marks"
          unit="page"
          onRetry={() => looking.start(undefined)}
        />
        {check === null || found === null ? null : <Found copy={found} marks={marks} check={check} />}
      </Stack>
    </Section>
  );
}

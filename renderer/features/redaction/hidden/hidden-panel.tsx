import { Button, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconEyeCheck, IconGhost2 } from '@tabler/icons-react';
import { useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { type Permanence, permanenceSchema } from '#shared/contract/documents.ts';
import type { Area } from '#shared/domain/documents/text.ts';
import { canRedact, type RedactableKind } from '#shared/domain/redaction/file-type.ts';
import { HiddenList } from './hidden-list.tsx';

/** What a file holds that its pages do not show, looked for when somebody asks; above all in what was redacted elsewhere. */
export function HiddenPanel(props: {
  readonly portfolioId: string;
  readonly hash: string;
  readonly marks: readonly Area[];
  readonly kind: RedactableKind;
}) {
  const { portfolioId, hash, marks, kind } = props;
  const [found, setFound] = useState<Permanence | null>(null);
  const look = useStartedJob<undefined>(
    () => client.documents.permanence({ portfolioId, hash, marks }),
    (result) => setFound(permanenceSchema.parse(result)),
  );
  const start = () => look.start(undefined);
  return (
    <Section
      title="What lies hidden"
      intro="Was this file blacked out in another program? Look whether it can be undone: words under boxes, comments, properties, layers."
    >
      <Stack gap="sm">
        {found !== null || look.running ? null : (
          <Button
            variant="default"
            leftSection={<IconGhost2 size={18} aria-hidden />}
            onClick={start}
            maw="max-content"
          >
            Look for what is hidden
          </Button>
        )}
        <JobProgress watched={look.watched} label="Looking for what is hidden" unit="page" onRetry={start} />
        {found === null ? null : found.hidden.length === 0 ? (
          <Note tone="info" icon={IconEyeCheck} role="status" title="Nothing hidden was found">
            <Text size="sm">What the pages show is another matter: look at every one.</Text>
          </Note>
        ) : (
          <Note tone="warn" icon={IconAlertTriangle} role="status" title="It holds more than its pages show">
            <HiddenList hidden={found.hidden} />
            <Text size="sm" mt="xs" fw={600}>
              What to do
            </Text>
            <Text size="sm">
              {canRedact(kind)
                ? 'Make a redacted copy here, even without a single mark: nothing of all this goes into it.'
                : 'Print it to a PDF, add that in its place, and look again.'}
            </Text>
          </Note>
        )}
        {found?.cutShort === true ? (
          <List size="sm">
            <List.Item>There is more in this file than was read.</List.Item>
          </List>
        ) : null}
      </Stack>
    </Section>
  );
}

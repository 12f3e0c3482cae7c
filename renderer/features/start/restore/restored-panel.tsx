import { Code, Group, List, Stack, Text } from '@mantine/core';
import { backupLine, findingPlace, findingWords } from '#renderer/text/backup-words.ts';
import { count } from '#renderer/text/format.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { RestoredResult } from '#shared/contract/backups.ts';

const most = 20;

/** What came back, and where the old one is. */
export function RestoredPanel(props: { readonly restored: RestoredResult }) {
  const { info, keptAside, report } = props.restored;
  const faults = report.findings.filter(({ kind }) => kind === 'fault');
  return (
    <Stack gap="md" role="status">
      <Text>
        As it was on {backupLine(info)}: {count(report.counts.lines, 'save')},{' '}
        {count(report.counts.attachments, 'attached file')}, the whole history. All of it was checked.
      </Text>
      {keptAside === null ? null : (
        <Text size="sm">
          The folder that was in its place is now <Code>{keptAside}</Code>. Keep it until you are sure that
          nothing is missing.
        </Text>
      )}
      {faults.length > 0 ? (
        <Caution title={`${count(faults.length, 'thing')} was wrong before the backup was made`}>
          <List size="sm" spacing={4}>
            {faults.slice(0, most).map((finding) => (
              <List.Item key={`${finding.code} ${finding.place} ${finding.detail}`}>
                {findingWords[finding.code]} <Code>{findingPlace(finding)}</Code>
              </List.Item>
            ))}
          </List>
        </Caution>
      ) : null}
      <Group>
        <LinkButton to={paths.home}>Unlock it</LinkButton>
      </Group>
    </Stack>
  );
}

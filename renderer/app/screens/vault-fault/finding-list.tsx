import { Code, List, Stack, Text } from '@mantine/core';
import { count } from '#renderer/text/format.ts';
import { damageWords, findingWords } from '#renderer/text/salvage-words.ts';
import { isLossless, type SalvageFinding } from '#shared/domain/salvage.ts';

/** What is damaged, and what each file means for its owner. */
export function FindingList(props: { readonly findings: readonly SalvageFinding[] }) {
  const { findings } = props;
  if (findings.length === 0) return <Text role="status">Everything in the vault can be read.</Text>;
  const lossless = findings.every(isLossless);
  return (
    <Stack gap="xs">
      <Text fw={700} role="status">
        {count(findings.length, 'damaged file')} found.
        {lossless ? ' Nothing you have entered is lost.' : ''}
      </Text>
      <List spacing="sm" size="sm">
        {findings.map((finding) => (
          <List.Item key={finding.file}>
            <Text size="sm">{findingWords(finding)}</Text>
            <Text size="xs" c="dimmed">
              <Code>{finding.file}</Code> {damageWords[finding.what]}.
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

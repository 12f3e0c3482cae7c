import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { choosePortfolio } from '#renderer/api/chosen-portfolio.ts';
import { count, numberWords } from '#renderer/text/format.ts';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { PackageMerged } from '#shared/domain/packages/preview.ts';
import { Numbers } from './numbers.tsx';

/** What was kept of a package, and where to go from here. */
export function MergedPart(props: { readonly merged: PackageMerged; readonly onAnother: () => void }) {
  const { merged, onAnother } = props;
  const navigate = useNavigate();
  const go = (to: typeof paths.evidence | typeof paths.activity | typeof paths.conflicts) => () => {
    choosePortfolio(merged.portfolioId);
    void navigate({ to });
  };
  return (
    <Stack gap="md">
      <Note tone="good" icon={IconCircleCheck} title="It is in your vault" role="status">
        <Text size="sm">A backup of how things were was made first.</Text>
      </Note>
      <Section title="What was kept">
        <Stack gap="md">
          <Numbers
            numbers={[
              ['New', numberWords(merged.new)],
              ['Changed', numberWords(merged.changed)],
              ['Changed in both places', numberWords(merged.conflicting)],
              ...(merged.back === 0 ? [] : [['Brought back', numberWords(merged.back)] as const]),
              ['Files', numberWords(merged.files)],
            ]}
          />
          {merged.conflicting === 0 ? null : (
            <Note
              tone="warn"
              icon={IconAlertTriangle}
              title={`${count(merged.conflicting, 'record was', 'records were')} changed in both places`}
            >
              <Text size="sm" mb="xs">
                Yours are still shown as they were. Theirs are kept beside them.
              </Text>
              <Button variant="default" size="xs" onClick={go(paths.conflicts)}>
                Compare and choose
              </Button>
            </Note>
          )}
          <Group gap="sm">
            <Button onClick={go(paths.evidence)}>See the evidence</Button>
            <Button variant="default" onClick={go(paths.activity)}>
              See or undo this step
            </Button>
            <Button variant="default" onClick={onAnother}>
              Open another package
            </Button>
          </Group>
        </Stack>
      </Section>
    </Stack>
  );
}

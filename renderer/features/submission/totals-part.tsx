import { Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { count, numberWords } from '#renderer/text/format.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { SubmissionPlan } from '#shared/domain/submission/plan-types.ts';

function Measure(props: {
  readonly title: string;
  readonly have: number;
  readonly guide: number;
  readonly words: string;
}) {
  const { title, have, guide, words } = props;
  return (
    <Stack gap={4}>
      <Text fw={600}>{title}</Text>
      <Progress value={Math.min(100, (have / guide) * 100)} aria-label={`${title}: ${words}`} />
      <Text size="sm">{words}</Text>
    </Stack>
  );
}

/** How much the set is, beside what guidance says a whole application usually holds. */
export function TotalsPart({ plan }: { readonly plan: SubmissionPlan }) {
  const { totals, budget } = plan;
  const { separate, joined } = totals.uploads;
  const over = (have: number, guide: number) =>
    have > guide ? `, ${numberWords(have - guide)} more than the guide` : '';
  return (
    <Section
      title="How much it is"
      intro="Guides, not limits. More in one place does not make up for a gap in another."
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Measure
          title="Documents to upload"
          have={separate}
          guide={budget.documents}
          words={`${numberWords(separate)} of about ${numberWords(budget.documents)}${over(separate, budget.documents)}. With one PDF a section: ${numberWords(joined)}.`}
        />
        <Measure
          title="Pages"
          have={totals.pages}
          guide={budget.pagesTo}
          words={`${numberWords(totals.pages)} counted; usual are ${numberWords(budget.pagesFrom)} to ${numberWords(budget.pagesTo)}${over(totals.pages, budget.pagesTo)}.${totals.pagesUnknown > 0 ? ` ${count(totals.pagesUnknown, 'file is', 'files are')} not counted yet.` : ''}`}
        />
      </SimpleGrid>
      <Text component="div" size="xs" c="dimmed" mt="sm">
        {budget.note} <CertaintyBadge certainty={budget.certainty} />
      </Text>
    </Section>
  );
}

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWatch } from 'react-hook-form';
import { RadioField } from '#renderer/forms/choice-fields.tsx';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import type { ZodForm } from '#renderer/forms/use-zod-form.ts';
import { recommendationWords } from '#renderer/text/supervisor-report-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { recommendations, type YearFacts } from '#shared/domain/supervision/supervisor-report.ts';
import classes from './report.module.css';
import type { ReportDrafts } from './report-drafts.ts';

type Form = ZodForm<ReportDrafts, ReportDrafts>;

export function DomainsPart(props: { readonly form: Form; readonly domains: YearFacts['domains'] }) {
  return (
    <Section
      title="Professional domains"
      intro="The four domains of Good medical practice. A few words on each."
    >
      <div className={classes.pair}>
        {props.domains.map(({ id, title, capabilities }, at) => (
          <ProseField
            key={id}
            form={props.form}
            name={`domains.${at}.comment`}
            label={title}
            minRows={2}
            {...(capabilities.length === 0
              ? {}
              : { description: `The guidance counts to it: ${capabilities.join(', ')}.` })}
          />
        ))}
      </div>
    </Section>
  );
}

export function StrengthsPart({ form }: { readonly form: Form }) {
  return (
    <Section title="Strengths and areas to develop">
      <div className={classes.pair}>
        <ProseField form={form} name="strengths" label="Strengths" minRows={4} />
        <ProseField form={form} name="development" label="Areas to develop" minRows={4} />
      </div>
    </Section>
  );
}

export function ExamplesPart({ form }: { readonly form: Form }) {
  const examples = useWatch({ control: form.control, name: 'examples' });
  const put = (next: ReportDrafts['examples']) => form.setValue('examples', next, { shouldDirty: true });
  return (
    <Section
      title="Examples"
      intro="At least one: when and where it was, what you saw or heard, what it did, and what comes next."
    >
      <Stack gap="sm">
        {examples.map(({ id }, at) => (
          <div key={id} className={classes.example}>
            <Group justify="space-between">
              <Text fw={600}>Example {at + 1}</Text>
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={() => put(form.getValues('examples').filter((one) => one.id !== id))}
              >
                Remove example {at + 1}
              </Button>
            </Group>
            <div className={classes.pair}>
              <ProseField
                form={form}
                name={`examples.${at}.situation`}
                label={`Situation ${at + 1}`}
                minRows={2}
              />
              <ProseField
                form={form}
                name={`examples.${at}.behaviour`}
                label={`Behaviour ${at + 1}`}
                minRows={2}
              />
              <ProseField form={form} name={`examples.${at}.impact`} label={`Impact ${at + 1}`} minRows={2} />
              <ProseField
                form={form}
                name={`examples.${at}.nextStep`}
                label={`Next step ${at + 1}`}
                minRows={2}
              />
            </div>
          </div>
        ))}
        <Button
          w="fit-content"
          size="sm"
          variant="default"
          disabled={examples.length >= 20}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            put([
              ...form.getValues('examples'),
              { id: crypto.randomUUID(), situation: '', behaviour: '', impact: '', nextStep: '' },
            ])
          }
        >
          Add an example
        </Button>
      </Stack>
    </Section>
  );
}

export function RecommendationPart({ form }: { readonly form: Form }) {
  return (
    <Section title="What you recommend">
      <Stack gap="sm">
        <RadioField
          form={form}
          name="recommendation"
          label="Recommendation to the panel"
          choices={recommendations.map((value) => ({
            value,
            label: recommendationWords[value].name,
            description: recommendationWords[value].meaning,
          }))}
        />
        <ProseField form={form} name="recommendationReason" label="Why" minRows={3} />
      </Stack>
    </Section>
  );
}

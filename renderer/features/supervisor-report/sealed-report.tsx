import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCalendarExclamation, IconFileTypePdf, IconPencilPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { saveKeptFile } from '#renderer/api/downloads.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { count } from '#renderer/text/format.ts';
import { ratingWords } from '#renderer/text/rating-words.ts';
import { recommendationWords } from '#renderer/text/supervisor-report-words.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { SealList } from '#renderer/ui/seal-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { ShownReport } from '#shared/contract/supervisor-reports.ts';
import { amendmentSchema } from '#shared/domain/supervision/supervisor-report.ts';
import classes from './report.module.css';
import { YearFactsView } from './year-part.tsx';

function Amend({ id }: { readonly id: string }) {
  const { portfolioId } = usePortfolio();
  const navigate = useNavigate();
  const amend = useMutation(api.supervisorReports.amend.mutationOptions());
  const form = useZodForm(amendmentSchema, { reason: '' });
  return (
    <Section
      title="Amend it"
      intro="A new draft with the same words. Once it is sealed it stands in place of this one, which is kept."
    >
      <ZodForm
        form={form}
        submit="Begin the new report"
        labels={{ reason: 'Why it is written anew' }}
        failure={amend.error}
        busy={amend.isPending}
        onSubmit={async ({ reason }) => {
          const next = await amend.mutateAsync({ portfolioId, id, reason }).catch(() => undefined);
          if (next !== undefined)
            await navigate({ to: paths.supervisorReport, params: { id: next.report.id } });
        }}
      >
        <TextField form={form} name="reason" label="Why it is written anew" required maxLength={400} />
      </ZodForm>
    </Section>
  );
}

export function AgeNote({ age }: Pick<ShownReport, 'age'>) {
  if (age?.tooOld !== true) return null;
  return (
    <Note tone="warn" icon={IconCalendarExclamation} title="This report is too old for that day">
      <Text size="sm">
        On <UkDate date={age.on} /> it is more than {count(age.months, 'month')} old. It was good until{' '}
        <UkDate date={age.goodUntil} />. Its author can amend it, or write another.
      </Text>
    </Note>
  );
}

/** A sealed report as it stands for ever, who sealed it, and its signed PDF. */
export function SealedReport({ shown }: { readonly shown: ShownReport }) {
  const { report, age, followedBy } = shown;
  const { id, sealed, sealedOn, facts, recommendation, follows } = report;
  const { portfolioId } = usePortfolio();
  const [amending, setAmending] = useState(false);
  const seals = useQuery(
    api.seals.list.queryOptions({ input: { portfolioId, collection: 'supervisorReports', id } }),
  );
  const save = useMutation({
    mutationFn: async () => {
      if (sealed === null) return;
      await saveKeptFile(portfolioId, {
        hash: sealed.pdf,
        name: `supervisor-report-${sealedOn}.pdf`,
        mediaType: 'application/pdf',
      });
    },
    meta: { refresh: false },
  });
  const parts = new Map(report.capabilities.map((part) => [part.code, part]));
  const said = new Map(report.domains.map(({ id: domain, comment }) => [domain, comment]));
  return (
    <Stack gap="md">
      <AgeNote age={age} />
      {followedBy === null ? null : (
        <Note tone="info" icon={IconPencilPlus} title="Another report stands in place of this one">
          <TextLink to={paths.supervisorReport} params={{ id: followedBy }}>
            Open the newer report
          </TextLink>
        </Note>
      )}
      <Section
        title="Sealed"
        actions={
          <Group gap="xs">
            <Button
              leftSection={<IconFileTypePdf size={18} aria-hidden />}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              Save the signed report (PDF)
            </Button>
            {followedBy === null && !amending ? (
              <Button variant="default" onClick={() => setAmending(true)}>
                Amend
              </Button>
            ) : null}
          </Group>
        }
      >
        <QueryStates query={seals} what="who sealed it" rows={2}>
          {(found) => <SealList seals={found} />}
        </QueryStates>
        {follows === null ? null : (
          <Text size="sm" mt="sm">
            It stands in place of{' '}
            <TextLink to={paths.supervisorReport} params={{ id: follows.report }}>
              an earlier one
            </TextLink>
            . Why: {follows.reason}
          </Text>
        )}
        {save.error === null ? null : <FailedState error={save.error} />}
      </Section>
      {amending ? <Amend id={id} /> : null}
      <Section title="What is recommended">
        <Text fw={600}>{recommendation === null ? '' : recommendationWords[recommendation].name}</Text>
        <Text className={classes.prose ?? ''}>{report.recommendationReason}</Text>
      </Section>
      <Section title="Strengths and areas to develop">
        <Title order={3} size="h5">
          Strengths
        </Title>
        <Text className={classes.prose ?? ''}>{report.strengths}</Text>
        <Title order={3} size="h5" mt="sm">
          Areas to develop
        </Title>
        <Text className={classes.prose ?? ''}>{report.development}</Text>
      </Section>
      <Section title="Each capability">
        <ul className={classes.list}>
          {facts.capabilities.map(({ code, title }) => {
            const { level = null, notSeen = false, comment = '' } = parts.get(code) ?? {};
            return (
              <li key={code}>
                <Text fw={600}>
                  {code} {title}:{' '}
                  {notSeen ? 'not seen' : level === null ? 'no level' : ratingWords[level].title}
                </Text>
                <Text className={classes.prose ?? ''}>{comment}</Text>
              </li>
            );
          })}
        </ul>
      </Section>
      <Section title="Professional domains">
        <ul className={classes.list}>
          {facts.domains.map(({ id: domain, title }) => (
            <li key={domain}>
              <Text fw={600}>{title}</Text>
              <Text className={classes.prose ?? ''}>{said.get(domain) ?? ''}</Text>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Examples">
        <ul className={classes.list}>
          {report.examples.map((example) => (
            <li key={example.id} className={classes.example}>
              <Text className={classes.prose ?? ''}>Situation: {example.situation}</Text>
              <Text className={classes.prose ?? ''}>Behaviour: {example.behaviour}</Text>
              <Text className={classes.prose ?? ''}>Impact: {example.impact}</Text>
              <Text className={classes.prose ?? ''}>Next step: {example.nextStep}</Text>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="The year in figures">
        <YearFactsView facts={facts} />
      </Section>
    </Stack>
  );
}

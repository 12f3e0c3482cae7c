import { Button, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { type Savable, useAutosave } from '#renderer/forms/autosave.ts';
import { DateField } from '#renderer/forms/date-field.tsx';
import { draftSchema } from '#renderer/forms/draft-schema.ts';
import { fieldId } from '#renderer/forms/field.ts';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { ShownReport } from '#shared/contract/supervisor-reports.ts';
import type { FactChange } from '#shared/domain/supervision/fact-changes.ts';
import type { MissingPart } from '#shared/domain/supervision/report-missing.ts';
import type { SupervisorReportInput } from '#shared/domain/supervision/supervisor-report.ts';
import { CapabilityPart } from './capability-part.tsx';
import classes from './report.module.css';
import { changeSince, checkReport, type ReportDrafts, reportDraftsOf } from './report-drafts.ts';
import { SealPart } from './seal-part.tsx';
import { DomainsPart, ExamplesPart, RecommendationPart, StrengthsPart } from './words-part.tsx';
import { YearPart } from './year-part.tsx';

export const reportTextKey = (id: string) => `supervisor-report/${id}`;

/** The field a missing part is written in. */
function fieldOf({ part, of }: MissingPart, drafts: ReportDrafts): string {
  const place = (list: readonly { readonly id: string }[]) => list.findIndex(({ id }) => id === of);
  if (part === 'domain') return `domains.${place(drafts.domains)}.comment`;
  if (part === 'example-unfinished') return `examples.${place(drafts.examples)}.situation`;
  if (part === 'strengths' || part === 'development') return part;
  return part === 'period' ? 'to' : 'recommendationReason';
}

/** The form of a draft. Everything saves by itself; the facts stand beside what is written about them. */
export function WriteReport(props: {
  readonly shown: ShownReport & { readonly changes: readonly FactChange[] };
  readonly kept: KeptValues | null;
}) {
  const { portfolioId } = usePortfolio();
  const navigate = useNavigate();
  const [shown, setShown] = useState<ShownReport>(props.shown);
  const [changes, setChanges] = useState(props.shown.changes);
  const [changed, setChanged] = useState<readonly FactChange[] | null>(null);
  const [at, setAt] = useState(0);
  const { report, missing } = shown;
  const { id, review } = report;
  const [start] = useState(() => reportDraftsOf(report));
  const [schema] = useState(() => draftSchema<ReportDrafts>((drafts) => checkReport(drafts, review).faults));
  const form = useZodForm(schema, start);
  const saved = useRef(checkReport(start, review).value);
  const scope = { id: `supervisor report ${id}` };
  const quiet = { scope, meta: { refresh: false } };
  const save = useMutation(api.supervisorReports.save.mutationOptions(quiet));
  const refresh = useMutation(api.supervisorReports.refresh.mutationOptions(quiet));
  const remove = useMutation(api.supervisorReports.remove.mutationOptions({ scope }));
  const autosave = useAutosave({
    form,
    check: (): Savable<SupervisorReportInput> => {
      const { value, faults } = checkReport(form.getValues(), review);
      return value === null ? { value: null, problems: faults } : { value, heldBack: false };
    },
    save: async (value) => {
      const { current } = saved;
      const change = current === null ? value : changeSince(current, value);
      if (change === null) return;
      setShown(await save.mutateAsync({ portfolioId, id, change }));
      saved.current = value;
    },
  });
  const { drop } = useKeepText({
    textKey: reportTextKey(id),
    forms: { report: form },
    unsaved: autosave.unsaved,
    flush: autosave.flush,
    kept: props.kept,
  });
  const bringUpToDate = async () => {
    await autosave.flush();
    const { changes: told, ...next } = await refresh.mutateAsync({ portfolioId, id });
    setShown(next);
    setChanged(told);
    setChanges([]);
  };
  const goTo = (part: MissingPart) => {
    if (part.part === 'capability') {
      setAt(report.facts.capabilities.findIndex(({ code }) => code === part.of));
      document.getElementById('report-capabilities')?.scrollIntoView({ block: 'start' });
      document.getElementById('report-capabilities')?.focus();
      return;
    }
    if (part.part === 'example' || part.part === 'recommendation') {
      const target = document.getElementById(`report-${part.part}`);
      target?.scrollIntoView({ block: 'start' });
      target?.focus();
      return;
    }
    document.getElementById(fieldId(fieldOf(part, form.getValues())))?.focus();
  };
  return (
    <Stack gap="md">
      <LeaveGuard unsaved={autosave.unsaved} flush={autosave.flush} onLose={drop} />
      {autosave.saving.is === 'failed' ? <FailedState error={autosave.saving.fault} /> : null}
      <Section
        title="Period"
        intro="The days this report is about. Bring the figures up to date when you change them."
      >
        <div className={classes.pair}>
          <DateField form={form} name="from" label="From" />
          <DateField form={form} name="to" label="To" />
        </div>
      </Section>
      <YearPart
        facts={report.facts}
        changes={changes}
        changed={changed}
        busy={refresh.isPending}
        onRefresh={() => void bringUpToDate().catch(() => undefined)}
      />
      {refresh.error === null ? null : <FailedState error={refresh.error} />}
      <div id="report-capabilities" tabIndex={-1}>
        <CapabilityPart form={form} facts={report.facts.capabilities} at={at} onGo={setAt} />
      </div>
      <DomainsPart form={form} domains={report.facts.domains} />
      <StrengthsPart form={form} />
      <div id="report-example" tabIndex={-1}>
        <ExamplesPart form={form} />
      </div>
      <div id="report-recommendation" tabIndex={-1}>
        <RecommendationPart form={form} />
      </div>
      <SealPart report={report} missing={missing} flush={autosave.flush} onGo={goTo} />
      <Group gap="sm">
        <Button
          size="xs"
          variant="subtle"
          color="red"
          loading={remove.isPending}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={async () => {
            await autosave.flush();
            await remove.mutateAsync({ portfolioId, id });
            await drop();
            await navigate({ to: paths.supervisorReports });
          }}
        >
          Throw this draft away
        </Button>
        <Text size="sm" c="dimmed">
          It can be undone.
        </Text>
      </Group>
      {remove.error === null ? null : <FailedState error={remove.error} />}
    </Stack>
  );
}

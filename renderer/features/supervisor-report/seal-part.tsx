import { Anchor, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { SigningForm } from '#renderer/forms/signing/signing-form.tsx';
import { SigningIntro } from '#renderer/forms/signing/signing-intro.tsx';
import { missingPartWords } from '#renderer/text/supervisor-report-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { MissingPart } from '#shared/domain/supervision/report-missing.ts';
import type { SupervisorReport } from '#shared/domain/supervision/supervisor-report.ts';
import classes from './report.module.css';

const nameOf = ({ part, of }: MissingPart, { facts }: SupervisorReport): string => {
  if (part === 'capability') return `${of}: ${missingPartWords[part]}`;
  if (part !== 'domain') return missingPartWords[part];
  return `${facts.domains.find(({ id }) => id === of)?.title ?? of}: a comment`;
};

function Missing(props: {
  readonly report: SupervisorReport;
  readonly missing: readonly MissingPart[];
  readonly onGo: (part: MissingPart) => void;
}) {
  return (
    <>
      <Text size="sm" mb={4}>
        Everything below is still missing. Choose one to go there.
      </Text>
      <ul className={classes.missing}>
        {props.missing.map((part) => (
          <li key={`${part.part} ${part.of}`}>
            <Anchor component="button" type="button" size="sm" onClick={() => props.onGo(part)}>
              {nameOf(part, props.report)}
            </Anchor>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is missing, or else the author's seal. */
export function SealPart(props: {
  readonly report: SupervisorReport;
  readonly missing: readonly MissingPart[];
  readonly flush: () => Promise<boolean>;
  readonly onGo: (part: MissingPart) => void;
}) {
  const { report, missing, flush, onGo } = props;
  const { portfolioId } = usePortfolio();
  const { name, gmcNumber } = report.author;
  const [forgotten, setForgotten] = useState(false);
  const standing = useQuery(api.seals.standing.queryOptions({ input: { name, gmcNumber } }));
  const seal = useMutation(api.supervisorReports.seal.mutationOptions());
  if (missing.length > 0)
    return (
      <Section title="Before you seal it">
        <Missing report={report} missing={missing} onGo={onGo} />
      </Section>
    );
  return (
    <QueryStates query={standing} what="how this report is sealed" rows={3}>
      {({ standing: known }) => {
        const as = forgotten ? 'new' : known;
        return (
          <Section
            title={`${name} seals the report`}
            intro={<SigningIntro standing={as} name={name} where="The report" />}
          >
            <SigningForm
              key={as}
              called={name}
              standing={as}
              submit="Seal the report"
              checkHint="This is printed in the report, with whose device it was sealed on."
              pending="Sealing. The report is laid out, signed and kept; this takes a few seconds."
              busy={seal.isPending}
              error={seal.error}
              onSign={async (signing) => {
                if (!(await flush())) return;
                await seal.mutateAsync({ portfolioId, id: report.id, newKey: forgotten, ...signing });
              }}
              {...(as === 'known' ? { onForgotten: () => setForgotten(true) } : {})}
            >
              <Note
                tone="warn"
                icon={IconLock}
                title="Once it is sealed, nothing in this report can be edited"
              >
                It can be amended by a new report that stands in its place; this one is kept.
              </Note>
            </SigningForm>
          </Section>
        );
      }}
    </QueryStates>
  );
}

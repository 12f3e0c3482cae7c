import { Button, Stack } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { PrintButton } from '#renderer/ui/print-button.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { AlikePart } from './alike-part.tsx';
import { InstitutionPart } from './institution-part.tsx';
import { RuleNote } from './rule-note.tsx';
import { VerifierForm } from './verifier-form.tsx';
import { WarningsPart } from './warnings-part.tsx';

/** Who confirms what, institution by institution: one pro forma for each. */
export function VerifiersScreen() {
  const { portfolioId } = usePortfolio();
  const [adding, setAdding] = useState(false);
  const query = useQuery(api.registers.verifiers.queryOptions({ input: { portfolioId }, staleTime: 0 }));
  return (
    <>
      <PageHeader
        title="Verifiers"
        intro="Where your evidence happened, who can confirm it there, and what goes on each pro forma. Kept for you alone: it goes into no package for others."
        actions={
          <>
            <PrintButton portfolioId={portfolioId} what="to-verify" label="All pro forma lists" />
            <LinkButton to={paths.submission} variant="default">
              Hand over
            </LinkButton>
          </>
        }
      />
      <QueryStates query={query} what="the register">
        {({ verifiers, institutions, warnings, alike, rule }) => (
          <Stack gap="md">
            {adding ? (
              <Section title="New verifier">
                <VerifierForm onDone={() => setAdding(false)} />
              </Section>
            ) : institutions.length === 0 ? (
              <EmptyState
                icon={IconUserCheck}
                title="Nothing to verify yet"
                action={<Button onClick={() => setAdding(true)}>Add a verifier</Button>}
              >
                Evidence is listed here by the place it happened at, as soon as there is any that wants
                verifying.
              </EmptyState>
            ) : (
              <div>
                <Button onClick={() => setAdding(true)}>Add a verifier</Button>
              </div>
            )}
            <WarningsPart warnings={warnings} verifiers={verifiers} />
            <AlikePart alike={alike} />
            {institutions.map((institution) => (
              <InstitutionPart
                key={institution.name}
                institution={institution}
                verifiers={verifiers.filter(({ id }) => institution.verifiers.includes(id))}
              />
            ))}
            <RuleNote rule={rule} />
          </Stack>
        )}
      </QueryStates>
    </>
  );
}

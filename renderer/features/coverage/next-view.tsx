import { Button, Stack, Text } from '@mantine/core';
import { IconListCheck, IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { NextStepList } from '#renderer/ui/next-steps/next-step-list.tsx';
import { SetAsideMenu } from '#renderer/ui/next-steps/set-aside-menu.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { NextStep, NonClinical } from '#shared/domain/next-steps/next-steps.ts';

const first = 12;

/** What to do next, most useful first, with what was set aside below. */
export function NextView(props: { readonly map: CoverageMap }) {
  const { map } = props;
  const { pack, portfolioId } = usePortfolio();
  const query = useQuery(api.coverage.next.queryOptions({ input: { portfolioId } }));
  const [all, setAll] = useState(false);
  return (
    <QueryStates query={query} what="suggestions">
      {({ steps, setAside, nonClinical }) => (
        <Stack gap="lg">
          {nonClinical === null ? null : <NonClinicalNote group={nonClinical} />}
          <Section
            title="What next"
            intro="Counts that are not met come first: the larger the part missing and the surer the source, the higher. Then what grows too old, what is not verified or anonymised, and what is unfinished."
          >
            {steps.length === 0 ? (
              <EmptyState icon={IconListCheck} title="Nothing to suggest">
                The rules find nothing to do now. They count; whether the evidence is good enough is for
                people to judge, and in the end for the GMC.
              </EmptyState>
            ) : (
              <>
                <NextStepList
                  pack={pack}
                  map={map}
                  steps={all ? steps : steps.slice(0, first)}
                  others={({ key }, label) => (
                    <SetAsideMenu portfolioId={portfolioId} stepKey={key} label={label} />
                  )}
                />
                {all || steps.length <= first ? null : (
                  <Button variant="default" size="xs" mt="sm" onClick={() => setAll(true)}>
                    Show all {steps.length}
                  </Button>
                )}
              </>
            )}
          </Section>
          {setAside.length === 0 ? null : <Aside map={map} steps={setAside} />}
        </Stack>
      )}
    </QueryStates>
  );
}

/** These programmes help with non-clinical evidence most, and nobody's daily work brings it. */
function NonClinicalNote(props: { readonly group: NonClinical }) {
  const { capabilities, countsMet, rules, rulesMet } = props.group;
  return (
    <Note tone="info" icon={IconUsersGroup} title="Non-clinical capabilities as a group">
      <Text size="sm">
        {countsMet} of {capabilities} have their counts met; {rulesMet} of {count(rules, 'rule')} in all.
        Daily work seldom brings this evidence: plan teaching, audit, leadership and research early.
      </Text>
    </Note>
  );
}

function Aside(props: {
  readonly map: CoverageMap;
  readonly steps: readonly (NextStep & { readonly until: string | null })[];
}) {
  const { pack, portfolioId } = usePortfolio();
  const bringBack = useMutation(api.coverage.bringBack.mutationOptions());
  return (
    <Disclosure label={`Set aside: ${count(props.steps.length, 'suggestion')}`}>
      <NextStepList
        pack={pack}
        map={props.map}
        steps={props.steps}
        others={({ key, until }, label) => (
          <>
            <Text span size="sm" c="dimmed">
              {until === null ? 'For good' : `Until ${ukDate(until)}`}
            </Text>
            <Button
              variant="default"
              size="xs"
              aria-label={`Bring back: ${label}`}
              onClick={() => bringBack.mutate({ portfolioId, key })}
            >
              Bring back
            </Button>
          </>
        )}
      />
    </Disclosure>
  );
}

import { Button, Group, Text } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { FieldScope } from '#renderer/forms/field-scope.ts';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { today } from '#renderer/text/format.ts';
import { reasonWords } from '#renderer/text/opportunity-words.ts';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { daysAfter } from '#shared/domain/dates.ts';
import { typeTitle } from '#shared/domain/pack-types.ts';
import type { Match } from '#shared/domain/supervision/match-opportunities.ts';
import { takeUpSchema } from '#shared/domain/supervision/opportunity.ts';
import { OfferFacts } from './offer-facts.tsx';
import classes from './opportunities.module.css';

function TakeUp({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { portfolioId } = usePortfolio();
  const take = useMutation(api.opportunities.takeUp.mutationOptions());
  const form = useZodForm(takeUpSchema, { dueOn: daysAfter(today(), 90) });
  return (
    <FieldScope.Provider value={id}>
      <ZodForm
        form={form}
        submit="Make it an action"
        labels={{ dueOn: 'By when' }}
        failure={take.error}
        busy={take.isPending}
        onSubmit={async ({ dueOn }) => {
          const done = await take.mutateAsync({ portfolioId, id, dueOn }).catch(() => undefined);
          if (done !== undefined) onDone();
        }}
      >
        <DateField form={form} name="dueOn" label="By when" />
      </ZodForm>
    </FieldScope.Provider>
  );
}

function Offer({ match }: { readonly match: Match & { readonly taken: boolean } }) {
  const { opportunity, reasons, taken } = match;
  const { pack } = usePortfolio();
  const [open, setOpen] = useState(false);
  return (
    <li className={classes.offer}>
      <OfferFacts offer={opportunity} />
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <li key={`${reason.capability} ${reason.expectation}`}>
            <Text size="sm">
              {reasonWords(
                reason,
                reason.types.map((type) => typeTitle(pack, type)),
              )}
            </Text>
          </li>
        ))}
      </ul>
      {taken ? (
        <ToneBadge tone="good" icon={IconCheck}>
          Taken up
        </ToneBadge>
      ) : open ? (
        <TakeUp id={opportunity.id} onDone={() => setOpen(false)} />
      ) : (
        <Button
          w="fit-content"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-label={`Take up ${opportunity.title}`}
          onClick={() => setOpen(true)}
        >
          Take it up
        </Button>
      )}
    </li>
  );
}

/** What was taken up: when it was done, its evidence begins filled in. */
function Taken() {
  const { portfolioId } = usePortfolio();
  const navigate = useNavigate();
  const query = useQuery(api.actions.list.queryOptions({ input: { portfolioId } }));
  const begin = useMutation(api.opportunities.beginEvidence.mutationOptions());
  const taken = (query.data?.actions ?? []).filter(
    ({ origin, status }) => origin.kind === 'opportunity' && status === 'open',
  );
  if (taken.length === 0) return null;
  return (
    <Section
      title="Taken up"
      intro="Each is an action. Evidence begun here has its kind, capability and title filled in."
    >
      <ul className={classes.list}>
        {taken.map(({ id, what }) => (
          <li key={id} className={classes.offer}>
            <Text>{what}</Text>
            <Group>
              <Button
                size="xs"
                variant="default"
                aria-label={`Add evidence of ${what}`}
                loading={begin.isPending && begin.variables.action === id}
                onClick={async () => {
                  const done = await begin.mutateAsync({ portfolioId, action: id }).catch(() => undefined);
                  if (done !== undefined)
                    await navigate({ to: paths.evidenceItem, params: { id: done.item } });
                }}
              >
                Add its evidence
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {begin.error === null ? null : <FailedState error={begin.error} />}
    </Section>
  );
}

/** Opportunities that fit what this doctor's counts still miss, each with the reason. */
export function ForDoctor() {
  const { portfolio, portfolioId } = usePortfolio();
  const query = useQuery(api.opportunities.forDoctor.queryOptions({ input: { portfolioId } }));
  return (
    <>
      <Section
        title={`For ${portfolio.doctor.name}`}
        intro="Each leads to evidence that a count of the guidance still misses. Nothing is done by looking at it."
      >
        <QueryStates query={query} what="what fits" rows={3}>
          {(matches) =>
            matches.length === 0 ? (
              <Text size="sm">Nothing on the list fits what is still missing.</Text>
            ) : (
              <ul className={classes.list}>
                {matches.map((match) => (
                  <Offer key={match.opportunity.id} match={match} />
                ))}
              </ul>
            )
          }
        </QueryStates>
      </Section>
      <Taken />
    </>
  );
}

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { FieldScope } from '#renderer/forms/field-scope.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Opportunity } from '#shared/domain/supervision/opportunity.ts';
import { ForDoctor } from './for-doctor.tsx';
import { OfferFacts } from './offer-facts.tsx';
import { OfferForm } from './offer-form.tsx';
import classes from './opportunities.module.css';
import { TakeIn } from './take-in.tsx';

const inputOf = ({ id: _, createdAt: __, updatedAt: ___, ...input }: Opportunity) => input;

function Line({ offer }: { readonly offer: Opportunity }) {
  const [editing, setEditing] = useState(false);
  const change = useMutation(api.opportunities.change.mutationOptions());
  const remove = useMutation(api.opportunities.remove.mutationOptions());
  return (
    <li className={classes.offer}>
      <OfferFacts offer={offer} />
      {editing ? (
        <FieldScope.Provider value={offer.id}>
          <OfferForm
            offer={inputOf(offer)}
            busy={change.isPending}
            error={change.error}
            onSubmit={async (opportunity) => {
              const done = await change.mutateAsync({ id: offer.id, opportunity }).catch(() => undefined);
              if (done !== undefined) setEditing(false);
            }}
          />
        </FieldScope.Provider>
      ) : (
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            aria-label={`Change ${offer.title}`}
            onClick={() => setEditing(true)}
          >
            Change or close
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={14} aria-hidden />}
            aria-label={`Remove ${offer.title}`}
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: offer.id })}
          >
            Remove
          </Button>
        </Group>
      )}
      {remove.error === null ? null : <FailedState error={remove.error} />}
    </li>
  );
}

function SaveList() {
  const save = useMutation({
    mutationFn: async (form: 'csv' | 'json') => {
      const { fileId, name } = await written.mutateAsync({ form });
      await saveOutgoing(fileId, name);
    },
    meta: { refresh: false },
  });
  const written = useMutation(api.opportunities.exportList.mutationOptions({ meta: { refresh: false } }));
  return (
    <>
      <Group gap="xs">
        {(['csv', 'json'] as const).map((form) => (
          <Button
            key={form}
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={save.isPending && save.variables === form}
            onClick={() => save.mutate(form)}
          >
            {form === 'csv' ? 'Save as a spreadsheet' : 'Save for another Waymark'}
          </Button>
        ))}
      </Group>
      {save.error === null ? null : <FailedState error={save.error} />}
    </>
  );
}

/** What the programme offers beside clinical work, and which of it fits this doctor. */
export function OpportunitiesScreen() {
  const query = useQuery(api.opportunities.list.queryOptions());
  const add = useMutation(api.opportunities.add.mutationOptions());
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title="Opportunities"
        intro="Management roles, teaching, governance, audits, research and secondments that the programme offers."
      />
      <Stack gap="md">
        <ForDoctor />
        <Section
          title="The programme’s list"
          intro="Kept in this vault. Save it for another Waymark so that others can take it in."
          actions={
            <Button
              size="xs"
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={adding}
              onClick={() => setAdding(true)}
            >
              Add an opportunity
            </Button>
          }
        >
          <Stack gap="sm">
            {adding ? (
              <FieldScope.Provider value="new">
                <OfferForm
                  offer={null}
                  busy={add.isPending}
                  error={add.error}
                  onSubmit={async (opportunity) => {
                    const done = await add.mutateAsync({ opportunity }).catch(() => undefined);
                    if (done !== undefined) setAdding(false);
                  }}
                />
              </FieldScope.Provider>
            ) : null}
            <QueryStates query={query} what="opportunities" rows={3}>
              {(offers) =>
                offers.length === 0 ? (
                  <Text size="sm">
                    Nothing is on it yet. Add what your programme offers, or take in a list below.
                  </Text>
                ) : (
                  <>
                    <ul className={classes.list}>
                      {offers.map((offer) => (
                        <Line key={offer.id} offer={offer} />
                      ))}
                    </ul>
                    <SaveList />
                  </>
                )
              }
            </QueryStates>
          </Stack>
        </Section>
        <Section title="Take in a list">
          <TakeIn />
        </Section>
      </Stack>
    </>
  );
}

import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { verifierKindWords } from '#renderer/text/register-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { PrintButton } from '#renderer/ui/print-button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { Verifier } from '#shared/domain/registers/verifier.ts';
import { LineActions } from '../line-actions.tsx';
import classes from '../submission.module.css';
import { VerifierForm } from './verifier-form.tsx';

type Institution = {
  readonly name: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly startedOn: string;
    readonly verified: boolean;
    readonly verifierId: string | null;
  }[];
};

function VerifierLine({ verifier }: { readonly verifier: Verifier }) {
  const { portfolioId } = usePortfolio();
  const [editing, setEditing] = useState(false);
  const remove = useMutation(api.registers.removeVerifier.mutationOptions());
  const { id, name, kind, post, gmcNumber, email, phone, reachableUntil } = verifier;
  if (editing) return <VerifierForm verifier={verifier} onDone={() => setEditing(false)} />;
  return (
    <div className={classes.line}>
      <div className={classes.words}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {[
            verifierKindWords[kind],
            post,
            gmcNumber === null ? 'no GMC number' : `GMC ${gmcNumber}`,
            email,
            phone,
            reachableUntil === null ? '' : `reachable until ${ukDate(reachableUntil)}`,
          ]
            .filter((part) => part !== '')
            .join(', ')}
        </Text>
        {remove.error === null ? null : <FailedState error={remove.error} />}
      </div>
      <LineActions
        about={name}
        removing={remove.isPending}
        onChange={() => setEditing(true)}
        onRemove={() => remove.mutate({ portfolioId, id })}
      />
    </div>
  );
}

/** One institution: who can confirm what happened there, and what its pro forma covers. */
export function InstitutionPart(props: {
  readonly institution: Institution;
  readonly verifiers: readonly Verifier[];
}) {
  const { institution, verifiers } = props;
  const { name, items } = institution;
  const { portfolioId } = usePortfolio();
  const ask = useMutation(api.registers.ask.mutationOptions());
  const [adding, setAdding] = useState(false);
  const verified = items.filter((item) => item.verified).length;
  const waiting = items.filter((item) => !item.verified).map(({ id }) => id);
  const title = name === '' ? 'No place given' : name;
  return (
    <Section
      title={title}
      intro={`${count(items.length, 'item')} to verify, ${verified} of them verified`}
      actions={
        <PrintButton
          portfolioId={portfolioId}
          what="to-verify"
          institution={name}
          label="Pro forma list"
          size="xs"
        />
      }
    >
      <Stack gap="sm">
        {verifiers.map((verifier) => (
          <VerifierLine key={verifier.id} verifier={verifier} />
        ))}
        {adding ? (
          <VerifierForm institution={name} onDone={() => setAdding(false)} />
        ) : verifiers.length === 0 && name !== '' ? (
          <Group gap="sm">
            <Text size="sm">Nobody is named here.</Text>
            <Button variant="default" size="xs" onClick={() => setAdding(true)}>
              Name a verifier
            </Button>
          </Group>
        ) : null}
        {waiting.length === 0 || verifiers.length === 0 ? null : (
          <NativeSelect
            label={`Who is asked for what is not verified yet (${waiting.length})`}
            maw="28rem"
            value=""
            data={[
              { value: '', label: 'Choose …' },
              ...verifiers.map((verifier) => ({ value: verifier.id, label: verifier.name })),
              { value: 'nobody', label: 'Nobody' },
            ]}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              if (chosen !== '')
                ask.mutate({ portfolioId, ids: waiting, verifierId: chosen === 'nobody' ? null : chosen });
            }}
          />
        )}
        {ask.error === null ? null : <FailedState error={ask.error} />}
        {items.length === 0 ? null : (
          <Disclosure label="What the pro forma covers">
            <ul className={classes.list}>
              {items.map((item) => (
                <li key={item.id} className={classes.line}>
                  <span className={classes.words}>
                    <TextLink to={paths.evidenceItem} params={{ id: item.id }}>
                      {item.title}
                    </TextLink>
                  </span>
                  <Text size="sm" c="dimmed">
                    {ukDate(item.startedOn)},{' '}
                    {item.verified ? 'verified' : item.verifierId === null ? 'nobody asked' : 'asked'}
                  </Text>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Stack>
    </Section>
  );
}

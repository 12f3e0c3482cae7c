import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconPackageExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count, dayWords } from '#renderer/text/format.ts';
import {
  chaseMessage,
  requestStateWords,
  requestWayWords,
  waitingLine,
} from '#renderer/text/request-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { ShownRequest } from '#shared/contract/requests.ts';
import { ItemList } from './item-list.tsx';
import classes from './requests.module.css';

function StateBadge({ state, overdue }: Pick<ShownRequest, 'state' | 'overdue'>) {
  if (state === 'open' && overdue > 0)
    return (
      <ToneBadge tone="warn" icon={IconAlertTriangle}>
        {count(overdue, 'day')} overdue
      </ToneBadge>
    );
  const tone = state === 'answered' ? 'good' : state === 'open' ? 'info' : 'neutral';
  return <ToneBadge tone={tone}>{requestStateWords[state]}</ToneBadge>;
}

function Message({ text }: { readonly text: string }) {
  const copy = useMutation({
    meta: { refresh: false },
    mutationFn: () => navigator.clipboard.writeText(text),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <pre className={classes.message}>{text}</pre>
      <Button size="xs" variant="default" onClick={() => copy.mutate()}>
        {copy.isSuccess ? 'Copied' : 'Copy'}
      </Button>
      {copy.isError ? <Text size="sm">It could not be copied. Select the text and copy it.</Text> : null}
    </Stack>
  );
}

function Steps({ shown }: { readonly shown: ShownRequest }) {
  const { portfolioId, portfolio } = usePortfolio();
  const { request, filedAt, items } = shown;
  const where = { portfolioId, id: request.id };
  const chase = useMutation(api.requests.chase.mutationOptions());
  const cancel = useMutation(api.requests.cancel.mutationOptions());
  const { mutationFn } = api.requests.form.mutationOptions();
  const print = useMutation({
    meta: { refresh: false },
    mutationFn: async (_: undefined, context) => {
      if (mutationFn === undefined) return;
      const { fileId, name } = await mutationFn(where, context);
      await saveOutgoing(fileId, name);
    },
  });
  const fault = chase.error ?? cancel.error ?? print.error;
  const [first] = items;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {request.way === 'file' ? (
          <LinkButton
            size="xs"
            to={paths.send}
            search={{ audience: 'assessor', request: request.id }}
            leftSection={<IconPackageExport size={16} aria-hidden />}
          >
            {filedAt === null ? 'Make the file' : 'Make the file again'}
          </LinkButton>
        ) : null}
        {request.way === 'print' && request.kind === 'sign-off' ? (
          <Button
            size="xs"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={print.isPending}
            onClick={() => print.mutate(undefined)}
          >
            Save the form
          </Button>
        ) : null}
        {request.way === 'in-person' && first !== undefined ? (
          <LinkButton size="xs" to={paths.evidenceItem} params={{ id: first.id }}>
            Open the item to sign
          </LinkButton>
        ) : null}
        <Button
          size="xs"
          variant="default"
          loading={chase.isPending}
          onClick={() => chase.mutate(where)}
          aria-label={`I reminded them today: ${request.assessor.name}`}
        >
          I reminded them today
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(where)}
          aria-label={`Cancel it: the request to ${request.assessor.name}`}
        >
          Cancel it
        </Button>
      </Group>
      <Disclosure label="A reminder to copy">
        <Message text={chaseMessage(request, portfolio.doctor.name)} />
      </Disclosure>
      {fault === null ? null : <FailedState error={fault} />}
    </Stack>
  );
}

/** One request: of whom, since when, what became of each item, and what can be done now. */
export function RequestCard({ shown }: { readonly shown: ShownRequest }) {
  const { request, state, waited, overdue, closedOn, filedAt } = shown;
  const { assessor, chased, note } = request;
  return (
    <Section
      title={assessor.name}
      intro={assessor.role === '' ? undefined : assessor.role}
      actions={<StateBadge state={state} overdue={overdue} />}
    >
      <Stack gap="sm">
        <Text size="sm">
          {requestWayWords[request.way].title}. {waitingLine(request, waited, overdue)}
          {closedOn === null ? null : (
            <>
              {' '}
              Closed on <UkDate date={closedOn} />.
            </>
          )}
          {filedAt === null ? '' : ` File made on ${dayWords(filedAt)}.`}
        </Text>
        {chased.length === 0 ? null : (
          <Text size="sm">
            Reminded on{' '}
            {chased.map((day, at) => (
              <span key={day}>
                {at === 0 ? '' : ', '}
                <UkDate date={day} />
              </span>
            ))}
            .
          </Text>
        )}
        {note === '' ? null : <Text size="sm">“{note}”</Text>}
        {request.kind === 'report' ? (
          <Text size="sm">Asks for a supervisor’s report.</Text>
        ) : (
          <ItemList items={shown.items} />
        )}
        {state === 'open' ? <Steps shown={shown} /> : null}
      </Stack>
    </Section>
  );
}

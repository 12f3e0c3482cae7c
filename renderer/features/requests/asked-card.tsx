import { Button, Group, PasswordInput, Radio, Stack, Text, Textarea } from '@mantine/core';
import { IconPackageExport, IconSignature } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { choosePortfolio } from '#renderer/api/chosen-portfolio.ts';
import { api, type client } from '#renderer/api/client.ts';
import { sbiHints, sbiLabels } from '#renderer/text/feedback-words.ts';
import { count, dayWords } from '#renderer/text/format.ts';
import { answerWords, requestStateWords, waitingLine } from '#renderer/text/request-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { AskedOfMe } from '#shared/contract/requests.ts';
import type { Sbi } from '#shared/domain/supervision/sbi.ts';
import classes from './requests.module.css';

type Answer = {
  readonly verdict: 'accepted' | 'declined' | 'later';
  readonly comment: string;
  readonly sbi: Sbi;
};
type Given = Parameters<typeof client.requests.answer>[0]['answers'][number];
const noSbi: Sbi = { situation: '', behaviour: '', impact: '', nextStep: '' };
const unanswered: Answer = { verdict: 'later', comment: '', sbi: noSbi };
const sbiParts = ['situation', 'behaviour', 'impact', 'nextStep'] as const;
const isEmpty = (sbi: Sbi) => sbiParts.every((part) => sbi[part].trim() === '');
const isWhole = (sbi: Sbi) => sbiParts.every((part) => sbi[part].trim() !== '');

/** What stands in the way of answering, in words; null when nothing does. */
function faultOf(answers: readonly Answer[], passphrase: string): string | null {
  const given = answers.filter(({ verdict }) => verdict !== 'later');
  if (given.length === 0) return 'Choose an answer for at least one item.';
  if (given.some(({ verdict, comment }) => verdict === 'declined' && comment.trim() === ''))
    return 'Say in a few words why you cannot sign it off.';
  if (given.some(({ sbi }) => !isEmpty(sbi) && !isWhole(sbi)))
    return 'Feedback needs all four parts, the next step too. Or leave all four empty.';
  const signs = given.some(({ verdict }) => verdict === 'accepted');
  return signs && passphrase === '' ? 'Type the passphrase of your vault to sign.' : null;
}

function ItemAnswer(props: {
  readonly title: string;
  readonly answer: Answer;
  readonly onChange: (answer: Answer) => void;
}) {
  const { title, answer, onChange } = props;
  return (
    <Stack gap="xs">
      <Radio.Group
        aria-label={`Your answer on ${title}`}
        value={answer.verdict}
        onChange={(next) => onChange({ ...answer, verdict: next as Answer['verdict'] })}
      >
        <Group gap="md">
          <Radio value="accepted" label="I sign it off" />
          <Radio value="declined" label="I cannot" />
          <Radio value="later" label="Not now" />
        </Group>
      </Radio.Group>
      {answer.verdict === 'later' ? null : (
        <Textarea
          label={answer.verdict === 'declined' ? 'Why not' : 'A comment, if you like'}
          autosize
          minRows={1}
          value={answer.comment}
          onChange={(event) => onChange({ ...answer, comment: event.currentTarget.value })}
        />
      )}
      {answer.verdict === 'accepted' ? (
        <Disclosure label="Add feedback: situation, behaviour, impact, next step">
          <Stack gap="xs">
            {sbiParts.map((part) => (
              <Textarea
                key={part}
                label={sbiLabels[part]}
                description={sbiHints[part]}
                autosize
                minRows={1}
                value={answer.sbi[part]}
                onChange={(event) =>
                  onChange({ ...answer, sbi: { ...answer.sbi, [part]: event.currentTarget.value } })
                }
              />
            ))}
          </Stack>
        </Disclosure>
      ) : null}
    </Stack>
  );
}

function useOpenAt(portfolioId: string) {
  const navigate = useNavigate();
  return {
    item: (id: string) => {
      choosePortfolio(portfolioId);
      void navigate({ to: paths.evidenceItem, params: { id } });
    },
    reply: () => {
      choosePortfolio(portfolioId);
      void navigate({ to: paths.send, search: { audience: 'doctor' } });
    },
  };
}

/** One request: each item with its files, an answer for each, one passphrase for all. */
export function AskedCard({ asked }: { readonly asked: AskedOfMe }) {
  const { request, items, portfolioId, doctor, state, waited, overdue, files, repliedAt } = asked;
  const [given, setGiven] = useState<Readonly<Record<string, Answer>>>({});
  const [passphrase, setPassphrase] = useState('');
  const open = useOpenAt(portfolioId);
  const answer = useMutation({
    ...api.requests.answer.mutationOptions(),
    onSuccess: () => {
      setGiven({});
      setPassphrase('');
    },
  });
  const left = items.filter((item) => item.state === 'waiting' || item.state === 'unsound');
  const answered = items.length - left.length;
  const answers = left.map(({ id }) => given[id] ?? unanswered);
  const fault = faultOf(answers, passphrase);
  const signs = answers.some(({ verdict }) => verdict === 'accepted');
  const send = () =>
    answer.mutate({
      portfolioId,
      id: request.id,
      passphrase: signs ? passphrase : null,
      answers: left.flatMap(({ id }): readonly Given[] => {
        const { verdict, comment, sbi } = given[id] ?? unanswered;
        if (verdict === 'later') return [];
        return verdict === 'declined'
          ? [{ item: id, verdict, comment }]
          : [{ item: id, verdict, comment, sbi: isEmpty(sbi) ? null : sbi }];
      }),
    });
  return (
    <Section
      title={doctor}
      intro={waitingLine(request, waited, overdue)}
      actions={<ToneBadge tone={state === 'open' ? 'info' : 'good'}>{requestStateWords[state]}</ToneBadge>}
    >
      <Stack gap="md">
        {request.note === '' ? null : <Text size="sm">“{request.note}”</Text>}
        <ul className={classes.items} aria-label={`What ${doctor} asks about`}>
          {items.map(({ id, title, startedOn, capabilities, ...item }) => (
            <li key={id}>
              <Stack gap="xs">
                <Group gap="sm" justify="space-between">
                  <Text size="sm" fw={600}>
                    {title}
                  </Text>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => open.item(id)}
                    aria-label={`Look at it (${count(files[id]?.length ?? 0, 'file')}): ${title}`}
                  >
                    Look at it ({count(files[id]?.length ?? 0, 'file')})
                  </Button>
                </Group>
                <Text size="sm" c="dimmed">
                  {startedOn === '' ? null : <UkDate date={startedOn} />}
                  {capabilities.length === 0 ? '' : `, ${capabilities.join(', ')}`}
                </Text>
                {left.some((one) => one.id === id) && state === 'open' ? (
                  <ItemAnswer
                    title={title}
                    answer={given[id] ?? unanswered}
                    onChange={(next) => setGiven({ ...given, [id]: next })}
                  />
                ) : (
                  <Text size="sm">
                    {item.state === 'signed-before'
                      ? 'Signed off, and changed by the doctor since'
                      : answerWords[item.state]}
                    {item.comment === '' ? '' : `: ${item.comment}`}
                  </Text>
                )}
              </Stack>
            </li>
          ))}
        </ul>
        {state === 'open' && left.length > 0 ? (
          <Stack gap="sm" align="flex-start">
            {signs ? (
              <PasswordInput
                label="Passphrase of your vault"
                description="Your seal says that you, with your own key, signed off what is here now."
                w="100%"
                maw="26rem"
                autoComplete="current-password"
                value={passphrase}
                onChange={(event) => setPassphrase(event.currentTarget.value)}
              />
            ) : null}
            <Group gap="sm">
              <Button
                leftSection={<IconSignature size={18} aria-hidden />}
                loading={answer.isPending}
                disabled={fault !== null}
                onClick={send}
              >
                Answer
              </Button>
              <Text size="sm" c="dimmed">
                {fault ?? 'This signs and notes your answer. Nothing is sent.'}
              </Text>
            </Group>
            {answer.error === null ? null : <FailedState error={answer.error} />}
          </Stack>
        ) : null}
        {answered === 0 ? null : (
          <Group gap="sm">
            <Button
              variant={state === 'open' ? 'default' : 'filled'}
              leftSection={<IconPackageExport size={18} aria-hidden />}
              onClick={open.reply}
            >
              Make the reply
            </Button>
            <Text size="sm" c="dimmed">
              {repliedAt === null
                ? `A file for ${doctor}.`
                : `A reply was last made on ${dayWords(repliedAt)}.`}
            </Text>
          </Group>
        )}
      </Stack>
    </Section>
  );
}

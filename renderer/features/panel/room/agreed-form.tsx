import { Button, Checkbox, Group, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useImperativeHandle, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { JudgementBadge } from '#renderer/ui/capability/judgement-badge.tsx';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { PanelRoom } from '#shared/contract/panel.ts';
import { counts } from '#shared/domain/panel/members.ts';
import { type JudgementLevel, judgementLevels } from '#shared/domain/review.ts';
import { Levels } from './levels.tsx';
import classes from './room.module.css';

type At = { readonly portfolioId: string; readonly id: string };
export type AgreedHandle = { readonly level: (place: number) => void };

/** What the panel agreed on, for those who do not write it down. */
export function AgreedWords({ room, code }: { readonly room: PanelRoom; readonly code: string }) {
  const found = room.review.judgements.find(({ capability }) => capability === code);
  if (found === undefined) return <Text size="sm">The panel has not agreed on this one yet.</Text>;
  return (
    <div>
      <Text size="sm" fw={600} component="span">
        Agreed:
      </Text>{' '}
      <JudgementBadge level={found.level} />
      <Text size="sm" className={classes.prose ?? ''}>
        {found.reason}
      </Text>
    </div>
  );
}

/** The chair writes down what the panel agreed on for one capability. */
export function AgreedForm(props: {
  readonly at: At;
  readonly room: PanelRoom;
  readonly code: string;
  readonly handle: RefObject<AgreedHandle | null>;
  readonly reasonRef: RefObject<HTMLTextAreaElement | null>;
}) {
  const { at, room, code, handle, reasonRef } = props;
  const found = room.review.judgements.find(({ capability }) => capability === code);
  const judging = room.standings.filter(counts).map(({ member }) => member);
  const [level, setLevel] = useState<JudgementLevel | null>(found?.level ?? null);
  const [reason, setReason] = useState(found?.reason ?? '');
  const [made, setMade] = useState(found?.progressMade ?? '');
  const [needed, setNeeded] = useState(found?.progressNeeded ?? '');
  const [by, setBy] = useState<readonly string[]>(found?.agreedBy ?? judging.map(({ id }) => id));
  const agree = useMutation(api.panel.agree.mutationOptions());
  useImperativeHandle(handle, () => ({ level: (place) => setLevel(judgementLevels[place] ?? null) }), []);
  const ready = level !== null && reason.trim() !== '';
  const save = () => {
    if (level === null) return;
    agree.mutate({
      ...at,
      judgement: {
        capability: code,
        level,
        reason,
        ...(made.trim() === '' ? {} : { progressMade: made.trim() }),
        ...(needed.trim() === '' ? {} : { progressNeeded: needed.trim() }),
        agreedBy: [...by],
      },
    });
  };
  const words = agree.error === null ? undefined : wordsFor(agree.error);
  const area = (label: string, value: string, set: (text: string) => void) => (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxRows={4}
      maxLength={4000}
      value={value}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
  return (
    <section aria-label={`Agreed judgement of ${code}`} className={classes.agreed}>
      <Levels
        label={`What the panel agrees on for ${code}`}
        value={level}
        disabled={false}
        onChange={setLevel}
      />
      <div className={classes.reasons}>
        <Textarea
          ref={reasonRef}
          label="Reason the panel gives"
          autosize
          minRows={2}
          maxRows={4}
          maxLength={4000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {area('Progress made', made, setMade)}
        {area('Progress needed', needed, setNeeded)}
      </div>
      <Checkbox.Group label="Agreed by" value={[...by]} onChange={setBy}>
        <Group gap="md" mt={4}>
          {judging.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group justify="flex-end" gap="sm">
        {words === undefined ? null : (
          <Text size="sm" role="alert" c="var(--mantine-color-error)">
            {words.what}. {words.next}
          </Text>
        )}
        <Text size="sm" role="status">
          {agree.isSuccess ? `${code} is written down.` : ''}
        </Text>
        <Button
          size="xs"
          disabled={!ready}
          loading={agree.isPending}
          leftSection={<IconCheck size={16} aria-hidden />}
          onClick={save}
        >
          Write down what was agreed
        </Button>
      </Group>
    </section>
  );
}

import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { panelRoleWords } from '#renderer/text/review-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Id } from '#shared/domain/ids.ts';
import type { Review } from '#shared/domain/review.ts';
import type { ProcessView } from '#shared/domain/review-process/view.ts';
import classes from './process.module.css';

type Here = { readonly present: boolean; readonly conflict: string | null };
const away: Here = { present: false, conflict: null };

/** Around one table: who judged with the others, and who has a conflict of interest and did not. */
export function JudgedTogether({ review, view }: { readonly review: Review; readonly view: ProcessView }) {
  const { portfolioId } = usePortfolio();
  const save = useMutation(
    api.reviewProcess.judgedTogether.mutationOptions({ scope: { id: `review ${review.id}` } }),
  );
  const [here, setHere] = useState<ReadonlyMap<Id, Here>>(new Map());
  const { needed, have } = view.quorum;
  const open = review.panel.filter(({ id }) =>
    view.members.some(({ member, not, finished }) => member === id && not === null && !finished),
  );
  const kept = useRef(false);
  const told = useRef<HTMLParagraphElement>(null);
  const enough = have >= needed;
  useEffect(() => {
    // The form that was pressed is gone: the focus goes to what took its place.
    if (enough && kept.current) told.current?.focus();
  }, [enough]);
  if (enough || open.length === 0)
    return (
      <Text size="sm" ref={told} tabIndex={-1} className={classes.turning ?? ''}>
        {have} {have === 1 ? 'member has' : 'members have'} judged without a conflict of interest; the rule of
        this review is {needed}.
      </Text>
    );
  const change = (id: Id, to: Here) => setHere(new Map(here).set(id, to));
  const members = open.flatMap(({ id }) => {
    const { present, conflict } = here.get(id) ?? away;
    return present || conflict !== null ? [{ member: id, conflict }] : [];
  });
  const unsaid = members.some(({ conflict }) => conflict?.trim() === '');
  return (
    <Section
      title="Who judged"
      intro={`${count(needed, 'member')} without a conflict of interest must have judged before the chair signs; ${have} ${have === 1 ? 'has' : 'have'}. Those who judged together at this table say so here. Others send their own sheets.`}
    >
      <Stack gap="md">
        {open.map(({ id, name, role }) => {
          const { present, conflict } = here.get(id) ?? away;
          return (
            <fieldset key={id} className={classes.member}>
              <legend className={classes.legend}>
                {name}, {panelRoleWords[role].toLowerCase()}
              </legend>
              <Group gap="lg" mt={4}>
                <Checkbox
                  label="Judged with the others, no conflict of interest"
                  checked={present}
                  onChange={({ currentTarget }) =>
                    change(id, { present: currentTarget.checked, conflict: null })
                  }
                />
                <Checkbox
                  label="Has a conflict of interest and did not judge"
                  checked={conflict !== null}
                  onChange={({ currentTarget }) =>
                    change(id, { present: false, conflict: currentTarget.checked ? '' : null })
                  }
                />
              </Group>
              {conflict === null ? null : (
                <TextInput
                  mt="xs"
                  maw="32rem"
                  label="What the conflict is"
                  required
                  maxLength={400}
                  value={conflict}
                  onChange={({ currentTarget }) =>
                    change(id, { present: false, conflict: currentTarget.value })
                  }
                />
              )}
            </fieldset>
          );
        })}
        {save.error === null ? null : <FailedState error={save.error} />}
        <Group>
          <Button
            loading={save.isPending}
            disabled={members.length === 0 || unsaid}
            onClick={() => {
              kept.current = true;
              save.mutate({ portfolioId, id: review.id, members });
            }}
          >
            Keep who judged
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

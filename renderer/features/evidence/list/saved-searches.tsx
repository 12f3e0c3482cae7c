import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client } from '#renderer/api/client.ts';
import { failureOf } from '#renderer/api/failures.ts';
import { useRewinding } from '#renderer/api/use-rewinding.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import { showUndo } from '#renderer/ui/undo-notice.tsx';
import type { SavedSearch, SavedSearchInput } from '#shared/domain/evidence-list/saved-search.ts';
import classes from './evidence-filters.module.css';

const isTaken = (error: unknown) => failureOf(error)?.code === 'INVALID';

/** A name and a button: for a search that is to be kept, and for one that gets another name. */
function NameForm(props: {
  readonly label: string;
  readonly start: string;
  readonly submit: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onName: (name: string) => void;
}) {
  const [name, setName] = useState(props.start);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') props.onName(name);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          size="xs"
          flex="1"
          label={props.label}
          maxLength={60}
          value={name}
          data-autofocus
          error={isTaken(props.error) ? 'There is one of that name' : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default" loading={props.isPending}>
          {props.submit}
        </Button>
      </Group>
      {props.error === null || isTaken(props.error) ? null : <FailedState error={props.error} />}
    </form>
  );
}

function OneSearch(props: {
  readonly portfolioId: string;
  readonly search: SavedSearch;
  readonly onApply: () => void;
}) {
  const { portfolioId, search, onApply } = props;
  const { id, name } = search;
  const [renaming, rename] = useDisclosure(false);
  const change = useMutation(api.lists.changeSearch.mutationOptions({ onSuccess: rename.close }));
  const rewinding = useRewinding();
  const undo = useMutation({
    meta: { refresh: false },
    mutationFn: (step: { readonly seq: number; readonly to: number }) =>
      rewinding(() => client.history.undo({ portfolioId, ...step })),
  });
  const remove = useMutation(
    api.lists.removeSearch.mutationOptions({
      onSuccess: async () => {
        const { undo: step } = await client.history.undoState({ portfolioId });
        if (step === null) return;
        showUndo({
          message: `The saved search “${name}” is gone.`,
          onUndo: () => undo.mutate({ seq: step.seq, to: step.to }),
        });
      },
    }),
  );
  if (renaming) {
    const { id: _, createdAt: __, ...kept } = search;
    return (
      <NameForm
        label={`New name for “${name}”`}
        start={name}
        submit="Rename"
        error={change.error}
        isPending={change.isPending}
        onName={(next) => change.mutate({ portfolioId, id, search: { ...kept, name: next } })}
      />
    );
  }
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between">
      <Button
        size="compact-sm"
        variant="subtle"
        justify="flex-start"
        className={classes.saved ?? ''}
        onClick={onApply}
      >
        {name}
      </Button>
      <Group gap={4} wrap="nowrap">
        <Button size="compact-xs" variant="default" aria-label={`Rename ${name}`} onClick={rename.open}>
          Rename
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Remove ${name}`}
          loading={remove.isPending}
          onClick={() => remove.mutate({ portfolioId, id })}
        >
          Remove
        </Button>
      </Group>
    </Group>
  );
}

/** Searches under a name: to go to, to rename, to remove; and this one, to keep. */
export function SavedSearches(props: {
  readonly portfolioId: string;
  readonly searches: readonly SavedSearch[];
  readonly present: Omit<SavedSearchInput, 'name'>;
  readonly onApply: (search: SavedSearch) => void;
}) {
  const { portfolioId, searches, present, onApply } = props;
  const [opened, { toggle, close }] = useDisclosure(false);
  const save = useMutation(api.lists.addSearch.mutationOptions());
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? undefined : close())}
      width="min(24rem, 92vw)"
      position="bottom-end"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBookmark size={16} aria-hidden />}
          onClick={toggle}
        >
          Saved searches{searches.length === 0 ? '' : ` (${searches.length})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {searches.length === 0 ? (
            <Text size="sm">Keep a search you come back to, with its order and groups.</Text>
          ) : (
            <Stack component="ul" gap={4} p={0} m={0} aria-label="Saved searches">
              {searches.map((search) => (
                <li key={search.id} className={classes.savedLine}>
                  <OneSearch
                    portfolioId={portfolioId}
                    search={search}
                    onApply={() => {
                      close();
                      onApply(search);
                    }}
                  />
                </li>
              ))}
            </Stack>
          )}
          <NameForm
            key={searches.length}
            label="Save this search as"
            start=""
            submit="Save"
            error={save.error}
            isPending={save.isPending}
            onName={(name) => save.mutate({ portfolioId, search: { ...present, name } })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

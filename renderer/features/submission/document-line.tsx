import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { count } from '#renderer/text/format.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { SetKind } from '#shared/contract/submission.ts';
import { longestDescription } from '#shared/domain/submission/placement.ts';
import type { PlannedDocument, PlannedSection } from '#shared/domain/submission/plan-types.ts';
import type { HomeReason } from '#shared/domain/submission/sections.ts';
import classes from './submission.module.css';
import { usePlacing } from './use-placing.ts';

const whyWords: Record<HomeReason, string> = {
  chosen: 'here by your choice',
  type: 'here by its type',
  link: 'here by its first link',
  none: 'in no section yet',
};

function Editing(props: {
  readonly document: PlannedDocument;
  readonly section: PlannedSection;
  readonly sections: readonly PlannedSection[];
  readonly onDone: () => void;
}) {
  const { document, section, sections, onDone } = props;
  const { place } = usePlacing();
  const [description, setDescription] = useState(document.description);
  const [home, setHome] = useState(document.why === 'chosen' ? section.id : '');
  return (
    <Stack gap="xs" mt="xs">
      <TextInput
        label="Description for the portal and the file names"
        description={`At most ${longestDescription} characters; empty: the title`}
        maxLength={longestDescription}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <NativeSelect
        label="Lives in"
        data={[
          { value: '', label: 'The section the rule gives' },
          ...sections
            .filter(({ kind }) => kind !== 'unplaced')
            .map(({ id, label, title }) => ({
              value: id,
              label: label === title ? title : `${label} ${title}`,
            })),
        ]}
        value={home}
        onChange={(event) => setHome(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          size="xs"
          onClick={() => {
            const words = description.trim() === document.title ? '' : description.trim();
            const moved = home !== (document.why === 'chosen' ? section.id : '');
            place(document.itemId, {
              description: words,
              ...(moved ? { section: home === '' ? null : home } : {}),
            });
            onDone();
          }}
        >
          Keep
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}

/** One document of a section: what it is called there, where it lives and why, and its place among the others. */
export function DocumentLine(props: {
  readonly document: PlannedDocument;
  readonly section: PlannedSection;
  readonly sections: readonly PlannedSection[];
  readonly set: SetKind;
  readonly above: string | null;
  /** What stands after the next one; null: the next one is the last. */
  readonly below: string | null;
  readonly last: boolean;
}) {
  const { document, section, sections, set, above, below, last } = props;
  const [editing, setEditing] = useState(false);
  const placing = usePlacing();
  const { itemId, number, description, files, why } = document;
  const redacted = files.filter((file) => file.redacted).length;
  const pages = files.reduce((sum, file) => sum + (file.pages ?? 0), 0);
  return (
    <li className={classes.line}>
      <span className={classes.number}>{number ?? '–'}</span>
      <div className={classes.words}>
        <TextLink to={paths.evidenceItem} params={{ id: itemId }}>
          {description}
        </TextLink>
        <Text size="sm" c="dimmed">
          {[
            number === null ? 'no file to upload' : count(files.length, 'file'),
            pages > 0 ? count(pages, 'page') : '',
            redacted > 0 ? count(redacted, 'redacted copy', 'redacted copies') : '',
            whyWords[why],
          ]
            .filter((part) => part !== '')
            .join(', ')}
        </Text>
        {placing.error === null ? null : <FailedState error={placing.error} />}
        {editing ? (
          <Editing
            document={document}
            section={section}
            sections={sections}
            onDone={() => setEditing(false)}
          />
        ) : null}
      </div>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="default"
          aria-label={`Move up: ${description}`}
          disabled={above === null || placing.busy}
          onClick={() => placing.order(set, itemId, above)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={`Move down: ${description}`}
          disabled={last || placing.busy}
          onClick={() => placing.order(set, itemId, below)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <Button
          variant="default"
          size="xs"
          aria-expanded={editing}
          aria-label={`Change: ${description}`}
          onClick={() => setEditing((was) => !was)}
        >
          Change
        </Button>
        <Button
          variant="default"
          size="xs"
          aria-label={`Leave out: ${description}`}
          onClick={() => placing.place(itemId, { leftOut: true })}
        >
          Leave out
        </Button>
      </Group>
    </li>
  );
}

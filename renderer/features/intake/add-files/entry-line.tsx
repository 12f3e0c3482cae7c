import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTypeTitle } from '#renderer/api/portfolio-context.tsx';
import { sizeWords } from '#renderer/text/format.ts';
import { whyWords } from '#renderer/text/suggestion-words.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './add-files.module.css';
import { type Entry, hasSuggestion } from './entry.ts';
import { EntryForm } from './entry-form.tsx';
import type { Entries } from './use-entries.ts';

const datesWords = (startedOn: string, endedOn: string | null) =>
  endedOn === null ? ukDate(startedOn) : `${ukDate(startedOn)} to ${ukDate(endedOn)}`;

function Suggested({ entry }: { readonly entry: Entry }) {
  const typeTitle = useTypeTitle();
  const { title, type, dates, capabilities } = entry.suggestion;
  return (
    <div className={classes.suggested}>
      <Text size="sm" fw={600}>
        Suggested
      </Text>
      <ul className={classes.reasons}>
        {title === entry.item.title ? null : (
          <li>
            <strong>{title}</strong>, the name without ending and date
          </li>
        )}
        {type === null ? null : (
          <li>
            <strong>{typeTitle(type.is)}</strong>, {whyWords(type.why)}
          </li>
        )}
        {dates === null ? null : (
          <li>
            <strong>{datesWords(dates.startedOn, dates.endedOn)}</strong>, {whyWords(dates.why)}
          </li>
        )}
        {capabilities.map(({ code, why }) => (
          <li key={code}>
            <strong>{code}</strong>, {whyWords(why)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Twice(props: { readonly entry: Entry; readonly twin: string | undefined }) {
  const { entry, twin } = props;
  if (entry.sameAs.length === 0 && twin === undefined) return null;
  return (
    <Text size="sm">
      <ToneBadge tone="warn" icon={IconCopy}>
        Same file
      </ToneBadge>{' '}
      {entry.sameAs.map(({ id, title, trashed }, at) => (
        <span key={id}>
          {at === 0 ? 'It is already in ' : ', '}
          <TextLink to={paths.evidenceItem} params={{ id }} size="sm" target="_blank">
            {title}
          </TextLink>
          {trashed ? ' (in the trash)' : ''}
        </span>
      ))}
      {entry.sameAs.length === 0 ? '' : '. '}
      {twin === undefined ? '' : `“${twin}” in this list is the same. `}
      You can keep it all the same, or skip it.
    </Text>
  );
}

/** One file that is to become a draft: what it will say, what is suggested and why. */
export function EntryLine(props: {
  readonly entry: Entry;
  /** The name of another file of this list with the same content. */
  readonly twin: string | undefined;
  readonly pack: GuidancePack;
  readonly entries: Entries;
}) {
  const typeTitle = useTypeTitle();
  const { entry, twin, pack, entries } = props;
  const [changing, setChanging] = useState(false);
  const { key, item, attachment, state } = entry;
  const { name } = attachment;
  const open = state === 'plain' && hasSuggestion(entry);
  return (
    <li className={classes.entry}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <IconFile size={18} stroke={1.5} aria-hidden className={classes.icon} />
        <Text size="sm" c="dimmed" className={classes.name}>
          {name}, {sizeWords(attachment.size)}
        </Text>
      </Group>
      {changing ? (
        <EntryForm
          item={item}
          pack={pack}
          onCancel={() => setChanging(false)}
          onChanged={(next) => {
            entries.edit(key, next);
            setChanging(false);
          }}
        />
      ) : (
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={6} className={classes.words}>
            <Text fw={600} td={state === 'skipped' ? 'line-through' : undefined}>
              {item.title}
            </Text>
            <Group gap="xs">
              {state === 'skipped' ? <ToneBadge tone="neutral">Skipped</ToneBadge> : null}
              {state === 'accepted' || state === 'changed' ? (
                <ToneBadge tone="good" icon={IconCheck}>
                  {state === 'accepted' ? 'Accepted' : 'Changed by you'}
                </ToneBadge>
              ) : null}
              <Text span size="sm">
                {typeTitle(item.type)}, {datesWords(item.startedOn, item.endedOn)},{' '}
                {item.capabilities.length === 0 ? 'no capability' : item.capabilities.join(', ')}
              </Text>
            </Group>
            {open ? <Suggested entry={entry} /> : null}
            <Twice entry={entry} twin={twin} />
          </Stack>
          <Group gap="xs">
            {open ? (
              <Button size="xs" aria-label={`Accept for ${name}`} onClick={() => entries.accept(key)}>
                Accept
              </Button>
            ) : null}
            <Button
              size="xs"
              variant="default"
              aria-label={`Change ${name}`}
              onClick={() => setChanging(true)}
            >
              Change
            </Button>
            {state === 'skipped' ? (
              <Button
                size="xs"
                variant="default"
                aria-label={`Take it after all: ${name}`}
                onClick={() => entries.takeAfterAll(key)}
              >
                Take it after all
              </Button>
            ) : (
              <Button
                size="xs"
                variant="default"
                aria-label={`Skip ${name}`}
                onClick={() => entries.skip(key)}
              >
                Skip
              </Button>
            )}
          </Group>
        </Group>
      )}
    </li>
  );
}

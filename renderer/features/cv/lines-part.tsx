import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { CvView } from '#shared/contract/cv.ts';
import type { ListedSection } from '#shared/domain/cv/cv.ts';
import { sectionTitles } from '#shared/domain/cv/document.ts';
import { type CvLine, hasFreeOrder } from '#shared/domain/cv/sections.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import classes from './cv.module.css';
import { EntryForm } from './entry-form.tsx';
import { useCvChange } from './use-cv.ts';

const fromEvidence: Partial<Record<ListedSection, EvidenceTypeId>> = {
  registrations: 'qualification',
  qualifications: 'qualification',
  research: 'research',
  publications: 'research',
  presentations: 'research',
};
const intros: Partial<Record<ListedSection, string>> = {
  registrations: 'Your GMC number stands in the CV by itself. Licences logged as evidence come in here.',
  qualifications:
    'Qualifications logged as evidence come in by themselves; add here only what is not evidence.',
  research: 'Studies logged as evidence come in by themselves.',
  publications: 'Papers, case reports and reviews logged as evidence come in by themselves.',
  presentations: 'Talks and posters logged as evidence come in by themselves.',
};

export function MoveButtons(props: {
  readonly title: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (way: 'up' | 'down') => void;
}) {
  const { title, first, last, onMove } = props;
  return (
    <>
      <Tooltip label="Move up">
        <ActionIcon
          variant="default"
          size={26}
          aria-label={`Move up: ${title}`}
          disabled={first}
          onClick={() => onMove('up')}
        >
          <IconArrowUp size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Move down">
        <ActionIcon
          variant="default"
          size={26}
          aria-label={`Move down: ${title}`}
          disabled={last}
          onClick={() => onMove('down')}
        >
          <IconArrowDown size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function Line(props: { readonly line: CvLine; readonly own: readonly CvLine[] }) {
  const { line, own } = props;
  const { id, section, title, detail, on, primary, leftOut, from } = line;
  const [editing, setEditing] = useState(false);
  const { change, error, busy } = useCvChange();
  if (editing)
    return (
      <li className={classes.line}>
        <div className={classes.words}>
          <EntryForm section={section} line={line} onDone={() => setEditing(false)} />
        </div>
      </li>
    );
  return (
    <li className={classes.line}>
      <Text size="sm" className={classes.on ?? ''}>
        {on === null ? '' : ukDate(on)}
      </Text>
      <div className={classes.words}>
        <p className={classes.name}>
          {from === 'evidence' ? (
            <TextLink to={paths.evidenceItem} params={{ id }}>
              {title}
            </TextLink>
          ) : (
            title
          )}
        </p>
        <Text size="sm" c="dimmed">
          {[detail, primary ? 'Primary qualification' : '', leftOut ? 'Left out of the CV' : '']
            .filter((part) => part !== '')
            .join('. ')}
        </Text>
        {error === null ? null : <FailedState error={error} />}
      </div>
      <Group gap={4} wrap="nowrap">
        {from === 'evidence' ? (
          <Button
            variant="default"
            size="compact-sm"
            loading={busy}
            aria-label={`${leftOut ? 'Take in' : 'Leave out'}: ${title}`}
            onClick={() => change({ kind: 'leave-out', id, out: !leftOut })}
          >
            {leftOut ? 'Take in' : 'Leave out'}
          </Button>
        ) : (
          <>
            {hasFreeOrder(section) && own.length > 1 ? (
              <MoveButtons
                title={title}
                first={own[0]?.id === id}
                last={own.at(-1)?.id === id}
                onMove={(way) => change({ kind: 'move-entry', id, way })}
              />
            ) : null}
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Change: ${title}`}
              onClick={() => setEditing(true)}
            >
              Change
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              loading={busy}
              aria-label={`Remove: ${title}`}
              onClick={() => change({ kind: 'remove-entry', id })}
            >
              Remove
            </Button>
          </>
        )}
      </Group>
    </li>
  );
}

/** One listed part of the CV: what is written in it and what evidence says. */
export function LinesPart(props: { readonly section: ListedSection; readonly view: CvView }) {
  const { section, view } = props;
  const { portfolio } = usePortfolio();
  const [adding, setAdding] = useState(false);
  const lines = view.lines.filter((line) => line.section === section);
  const own = lines.filter(({ from }) => from === 'entry');
  const name = sectionTitles[section];
  const type = fromEvidence[section];
  const gmc = section === 'registrations' ? portfolio.doctor.gmcNumber : null;
  return (
    <Section
      title={name}
      intro={intros[section]}
      actions={
        adding ? null : (
          <Button variant="default" aria-label={`Add to ${name}`} onClick={() => setAdding(true)}>
            Add
          </Button>
        )
      }
    >
      {gmc === null ? null : <Text size="sm">General Medical Council, GMC number {gmc}</Text>}
      {lines.length === 0 ? (
        adding || gmc !== null ? null : (
          <Text size="sm" c="dimmed">
            Nothing yet.{' '}
            {type === undefined ? null : (
              <TextLink to={paths.newEvidence} search={{ type }} size="sm">
                Log it as evidence
              </TextLink>
            )}
          </Text>
        )
      ) : (
        <ul className={classes.list}>
          {lines.map((line) => (
            <Line key={line.id} line={line} own={own} />
          ))}
        </ul>
      )}
      {adding ? <EntryForm section={section} line={null} onDone={() => setAdding(false)} /> : null}
    </Section>
  );
}

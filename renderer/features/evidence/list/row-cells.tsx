import { Group, Text, VisuallyHidden } from '@mantine/core';
import {
  IconCertificate,
  IconEyeOff,
  IconFileAlert,
  IconLanguage,
  IconLinkOff,
  IconPaperclip,
  IconPencil,
  IconRosetteDiscountCheck,
  IconTag,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCapabilityName, usePortfolio, useTypeTitle } from '#renderer/api/portfolio-context.tsx';
import { count, dayWords, numberWords } from '#renderer/text/format.ts';
import { FeedbackBadge } from '#renderer/ui/feedback/feedback-badge.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { EvidenceRow } from '#shared/domain/evidence.ts';
import type { ListColumn } from '#shared/domain/evidence-list/columns.ts';
import { CheckBadge } from '../safety/safety-badges.tsx';
import classes from './evidence-list.module.css';

const codesShown = 4;
const elsewhere = 'not in this guidance';

const Dim = ({ children }: { readonly children: ReactNode }) => (
  <Text span size="sm" c="dimmed">
    {children}
  </Text>
);

const Dates = ({ row }: { readonly row: EvidenceRow }) => (
  <>
    <UkDate date={row.startedOn} />
    {row.endedOn === null ? null : (
      <>
        {' '}
        to <UkDate date={row.endedOn} />
      </>
    )}
  </>
);

/** How many more there are; which, for whoever points at it or hears it. */
const More = ({ all }: { readonly all: readonly string[] }) =>
  all.length === 0 ? null : (
    <span title={all.join(', ')}>
      <span aria-hidden>+{all.length}</span>
      <VisuallyHidden>and {all.join(', ')}</VisuallyHidden>
    </span>
  );

function Codes({ codes }: { readonly codes: readonly string[] }) {
  const { pack } = usePortfolio();
  const nameOf = useCapabilityName();
  const isHere = (code: string) => pack.capabilities.some((capability) => capability.code === code);
  if (codes.length === 0) return <Dim>None</Dim>;
  const rest = codes.slice(codesShown);
  return (
    <Group gap={4} component="span">
      {codes.slice(0, codesShown).map((code) =>
        isHere(code) ? (
          <ToneBadge key={code} tone="neutral">
            {code}
          </ToneBadge>
        ) : (
          <span key={code} title={`${nameOf(code)}: ${elsewhere}`}>
            <ToneBadge tone="warn" icon={IconLinkOff}>
              {code}
            </ToneBadge>
            <VisuallyHidden> ({elsewhere})</VisuallyHidden>
          </span>
        ),
      )}
      <More all={rest} />
    </Group>
  );
}

const Files = ({ files }: { readonly files: number }) =>
  files === 0 ? (
    <VisuallyHidden>No files</VisuallyHidden>
  ) : (
    <span className={classes.files}>
      <IconPaperclip size={16} aria-hidden />
      <span aria-hidden>{files}</span>
      <VisuallyHidden>{count(files, 'file')}</VisuallyHidden>
    </span>
  );

/** What somebody said of it, each in words and a shape; what nobody said is not a mark. */
function Marks(props: { readonly row: EvidenceRow; readonly withCheck: boolean }) {
  const { verified, anonymised, authenticated, translated, identifiers, feedback } = props.row;
  const warns = props.withCheck && identifiers === 'possible';
  const anyMark =
    warns ||
    feedback !== undefined ||
    verified ||
    authenticated ||
    translated ||
    anonymised === 'done' ||
    anonymised === 'stale';
  if (!anyMark) return <Dim>{anonymised === 'not-needed' ? 'Not verified' : 'No marks yet'}</Dim>;
  return (
    <Group gap={4} component="span">
      {warns ? <CheckBadge check="possible" /> : null}
      {feedback === undefined ? null : <FeedbackBadge state={feedback} />}
      {verified ? (
        <ToneBadge tone="good" icon={IconRosetteDiscountCheck}>
          Verified
        </ToneBadge>
      ) : null}
      {anonymised === 'done' ? (
        <ToneBadge tone="good" icon={IconEyeOff}>
          Anonymised
        </ToneBadge>
      ) : null}
      {anonymised === 'stale' ? (
        <ToneBadge tone="warn" icon={IconFileAlert} title="Files changed since it was marked as anonymised">
          Look again
        </ToneBadge>
      ) : null}
      {authenticated ? (
        <ToneBadge tone="good" icon={IconCertificate}>
          Authenticated
        </ToneBadge>
      ) : null}
      {translated ? (
        <ToneBadge tone="good" icon={IconLanguage}>
          Translated
        </ToneBadge>
      ) : null}
    </Group>
  );
}

export const DraftBadge = () => (
  <ToneBadge tone="info" icon={IconPencil}>
    Draft
  </ToneBadge>
);

const mostTags = 4;

export const Tags = ({ tags }: { readonly tags: readonly string[] }) => (
  <Group gap={4} component="span">
    {tags.slice(0, mostTags).map((tag) => (
      <ToneBadge key={tag} tone="neutral" icon={IconTag}>
        {tag}
      </ToneBadge>
    ))}
    <More all={tags.slice(mostTags)} />
  </Group>
);

function TypeCell({ row }: { readonly row: EvidenceRow }) {
  return useTypeTitle()(row.type);
}

/** The cell of a column that was chosen. */
export function columnCell(column: ListColumn, row: EvidenceRow, columns: readonly ListColumn[]): ReactNode {
  switch (column) {
    case 'type':
      return <TypeCell row={row} />;
    case 'dates':
      return <Dates row={row} />;
    case 'capabilities':
      return <Codes codes={row.capabilities} />;
    case 'files':
      return <Files files={row.files} />;
    case 'marks':
      return <Marks row={row} withCheck={!columns.includes('identifiers')} />;
    case 'identifiers':
      return row.identifiers === null ? <Dim>Not looked at yet</Dim> : <CheckBadge check={row.identifiers} />;
    case 'status':
      return row.draft ? <DraftBadge /> : 'Ready';
    case 'tags':
      return row.tags.length === 0 ? <Dim>None</Dim> : <Tags tags={row.tags} />;
    case 'place':
    case 'role':
      return row[column] === '' ? <Dim>Not given</Dim> : row[column];
    case 'hours':
      return row.hours === null ? <Dim>Not given</Dim> : numberWords(row.hours);
    case 'updatedAt':
      return dayWords(row.updatedAt);
  }
}

import { Button, Checkbox, Group, Skeleton, Text, VisuallyHidden } from '@mantine/core';
import { IconLinkOff, IconPaperclip, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { EvidenceRow } from '#shared/domain/evidence.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import classes from './evidence-list.module.css';

const codesShown = 4;

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

const elsewhere = 'not in this guidance';

function Codes({ codes }: { readonly codes: readonly string[] }) {
  const { pack } = usePortfolio();
  const isHere = (code: string) => pack.capabilities.some((capability) => capability.code === code);
  if (codes.length === 0) {
    return (
      <Text span size="sm" c="dimmed">
        None
      </Text>
    );
  }
  const rest = codes.slice(codesShown);
  return (
    <Group gap={4} component="span">
      {codes.slice(0, codesShown).map((code) =>
        isHere(code) ? (
          <ToneBadge key={code} tone="neutral">
            {code}
          </ToneBadge>
        ) : (
          <span key={code} title={`${code} is ${elsewhere}`}>
            <ToneBadge tone="warn" icon={IconLinkOff}>
              {code}
            </ToneBadge>
            <VisuallyHidden> ({elsewhere})</VisuallyHidden>
          </span>
        ),
      )}
      {rest.length === 0 ? null : (
        <span title={rest.join(', ')}>
          <span aria-hidden>+{rest.length}</span>
          <VisuallyHidden>and {rest.join(', ')}</VisuallyHidden>
        </span>
      )}
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

const Verified = ({ verified }: { readonly verified: boolean }) =>
  verified ? (
    <ToneBadge tone="good" icon={IconRosetteDiscountCheck}>
      Verified
    </ToneBadge>
  ) : (
    <Text span size="sm" c="dimmed">
      Not yet
    </Text>
  );

const TitleCell = ({ row }: { readonly row: EvidenceRow }) => (
  <>
    {/* One tab stop per grid: the cell has it, and Enter on the cell follows the link. */}
    <TextLink
      size="sm"
      to={paths.evidenceItem}
      params={{ id: row.id }}
      tabIndex={-1}
      className={classes.title}
    >
      {row.title}
    </TextLink>
    {row.place === '' ? null : (
      <Text size="xs" c="dimmed" truncate>
        {row.place}
      </Text>
    )}
  </>
);

/** The cells of one item, in the order of the columns. */
export function evidenceCells(
  row: EvidenceRow,
  selected: { readonly is: boolean; readonly toggle: () => void },
  restore: (() => void) | undefined,
): readonly ReactNode[] {
  return [
    <Checkbox
      key="select"
      size="xs"
      tabIndex={-1}
      aria-label={`Select “${row.title}”`}
      checked={selected.is}
      onChange={selected.toggle}
    />,
    <Text key="type" span size="sm">
      {evidenceTypeById(row.type).title}
    </Text>,
    <TitleCell key="title" row={row} />,
    <Dates key="dates" row={row} />,
    <Codes key="codes" codes={row.capabilities} />,
    <Files key="files" files={row.files} />,
    restore === undefined ? (
      <Verified key="last" verified={row.verified} />
    ) : (
      <Button key="last" size="compact-sm" variant="default" tabIndex={-1} onClick={restore}>
        Restore
        <VisuallyHidden> {row.title}</VisuallyHidden>
      </Button>
    ),
  ];
}

/** What stands where a row is still being fetched. */
export const waitingCells = (columns: number): readonly ReactNode[] =>
  Array.from({ length: columns }, (_, column) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity
    column > 0 && column < 4 ? <Skeleton key={column} height={14} width="70%" aria-hidden /> : null,
  );

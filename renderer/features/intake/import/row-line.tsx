import { Checkbox, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconPencil } from '@tabler/icons-react';
import { useTypeTitle } from '#renderer/api/portfolio-context.tsx';
import { capital } from '#renderer/text/format.ts';
import { rowProblemWords } from '#renderer/text/import-words.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { ImportRow } from '#shared/contract/intake.ts';
import { ukDate } from '#shared/domain/dates.ts';
import classes from './import.module.css';

/** One row of the preview: what it becomes, what is wrong with it, and whether it comes in. */
export function RowLine(props: {
  readonly what: string;
  readonly row: ImportRow;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}) {
  const { what, row, chosen, onChoose } = props;
  const typeTitle = useTypeTitle();
  const facts = [
    row.type === null ? null : typeTitle(row.type),
    row.startedOn === null ? null : ukDate(row.startedOn),
    row.capabilities.length === 0 ? null : row.capabilities.join(', '),
    row.files.length === 0 ? null : row.files.join(', '),
  ].filter((fact) => fact !== null);
  return (
    <li className={classes.row}>
      <Checkbox
        mt={2}
        aria-label={`Bring in ${what} ${row.row}: ${row.title}`}
        checked={chosen}
        disabled={row.state === 'bad'}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className={classes.words}>
        <Group gap="xs">
          <Text span size="sm" c="dimmed">
            {capital(what)} {row.row}
          </Text>
          <Text span fw={600}>
            {row.title === '' ? 'No title' : row.title}
          </Text>
          {row.state === 'bad' ? (
            <ToneBadge tone="bad" icon={IconAlertTriangle}>
              Cannot come in
            </ToneBadge>
          ) : null}
          {row.state === 'draft' ? (
            <ToneBadge tone="warn" icon={IconPencil}>
              As a draft
            </ToneBadge>
          ) : null}
        </Group>
        <Text size="sm" c="dimmed">
          {facts.join(', ')}
        </Text>
        {row.problems.length === 0 ? null : (
          <ul className={classes.problems}>
            {row.problems.map((problem) => (
              <li key={`${problem.code} ${problem.column} ${problem.says}`}>{rowProblemWords(problem)}</li>
            ))}
          </ul>
        )}
        {row.present.length === 0 && row.sameAsRow === null ? null : (
          <Text size="sm" mt={4}>
            <ToneBadge tone="info" icon={IconCopy}>
              There already
            </ToneBadge>{' '}
            {row.sameAsRow === null ? '' : `The same as ${what} ${row.sameAsRow}. `}
            {row.present.map(({ id, title, trashed }) => (
              <span key={id}>
                <TextLink to={paths.evidenceItem} params={{ id }} size="sm" target="_blank">
                  {title}
                </TextLink>
                {trashed ? ' (in the trash) ' : ' '}
              </span>
            ))}
          </Text>
        )}
      </div>
    </li>
  );
}

import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconFile, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { count } from '#renderer/text/format.ts';
import { pagesWords, passageWords, upperFirst } from '#renderer/text/passage-words.ts';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import { FilePage } from '#renderer/ui/viewer/file-page.tsx';
import { withinPages, type Zoom } from '#renderer/ui/viewer/page-maths.ts';
import { PageTools } from '#renderer/ui/viewer/page-tools.tsx';
import type { RoomEvidence } from '#shared/contract/panel.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import { evidenceOf } from './asked.ts';
import { ItemWords } from './item-words.tsx';
import classes from './room.module.css';
import type { Looking } from './use-looking.ts';

type At = { readonly portfolioId: string; readonly id: string };

/** The evidence of one capability and, below it, what is inside the item that is open. */
export function EvidencePane(props: { readonly at: At; readonly code: string; readonly looking: Looking }) {
  const { at, code, looking } = props;
  const query = useInfiniteQuery(evidenceOf(at, code));
  if (query.data === undefined)
    return query.isError ? (
      <FailedState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState what={`evidence for ${code}`} rows={3} />
    );
  const rows = query.data.pages.flatMap((page) => page.rows);
  const total = query.data.pages[0]?.total ?? 0;
  const open = rows.find(({ id }) => id === looking.item);
  return (
    <>
      <Text size="sm" fw={700} component="h3" id="evidence-heading" data-code={code}>
        Evidence for {code}: {total === 0 ? 'none handed in' : count(total, 'item')}
      </Text>
      {total === 0 ? null : (
        <ul
          className={classes.evidence}
          aria-labelledby="evidence-heading"
          data-code={code}
          data-open={open !== undefined || undefined}
          data-scrolls
        >
          {rows.map((row) => (
            <EvidenceRow key={row.id} row={row} open={row.id === looking.item} looking={looking} />
          ))}
          {query.hasNextPage ? (
            <li>
              <Button
                variant="default"
                size="xs"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                Show more of {total}
              </Button>
            </li>
          ) : null}
        </ul>
      )}
      {open === undefined ? null : (
        <OpenItem key={open.id} at={at} code={code} row={open} looking={looking} />
      )}
    </>
  );
}

function EvidenceRow(props: {
  readonly row: RoomEvidence;
  readonly open: boolean;
  readonly looking: Looking;
}) {
  const { row, open, looking } = props;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) line.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={line}>
      <UnstyledButton
        className={classes.row ?? ''}
        aria-expanded={open}
        onClick={() => (open ? looking.close() : looking.openItem(row))}
      >
        <Text span size="sm" fw={600} lineClamp={2}>
          {row.title}
        </Text>
        <span className={classes.facts}>
          <span>{evidenceTypeById(row.type).title}</span>
          <UkDate date={row.endedOn ?? row.startedOn} />
          {row.inPeriod ? <span>since last time</span> : null}
          {row.verified ? (
            <span>
              <IconRosetteDiscountCheck size={14} aria-hidden /> verified
            </span>
          ) : null}
          {row.files.length === 0 ? null : (
            <span>
              <IconFile size={14} aria-hidden /> {count(row.files.length, 'file')}
            </span>
          )}
        </span>
      </UnstyledButton>
    </li>
  );
}

/** One item: what was written, which pages are meant, and the pages themselves. */
function OpenItem(props: {
  readonly at: At;
  readonly code: string;
  readonly row: RoomEvidence;
  readonly looking: Looking;
}) {
  const { at, code, row, looking } = props;
  const [pages, setPages] = useState(0);
  const [zoom, setZoom] = useState<Zoom>('width');
  const box = useRef<HTMLDivElement>(null);
  const file = row.files.find(({ hash }) => hash === looking.file);
  const page = pages === 0 ? looking.page : withinPages(looking.page, pages);
  const jumps = row.links.flatMap(({ passage }) =>
    passage !== undefined && row.files.some(({ hash }) => hash === passage.file) ? [passage] : [],
  );
  return (
    <section className={classes.item} aria-label={row.title}>
      {row.links.map(({ pages: where, note }) =>
        `${where}${note}` === '' ? null : (
          <Text key={`${where} ${note}`} size="sm">
            <strong>For {code}:</strong> {[where, note].filter((part) => part !== '').join('. ')}
          </Text>
        ),
      )}
      <ItemWords at={at} item={row.id} />
      {row.files.length === 0 ? null : (
        <Group gap="xs" mb={4}>
          {row.files.map((one) => (
            <Button
              key={one.hash}
              size="compact-sm"
              variant={one.hash === looking.file ? 'filled' : 'default'}
              aria-pressed={one.hash === looking.file}
              classNames={{ label: classes.fileName ?? '' }}
              onClick={() => looking.openFile(one.hash, 1)}
            >
              {one.name}
            </Button>
          ))}
          {jumps.map((passage) => (
            <Button
              key={`${passage.file} ${passage.from} ${passage.quote}`}
              size="compact-sm"
              variant="default"
              title={passageWords(passage)}
              onClick={() => looking.openFile(passage.file, passage.from)}
            >
              {upperFirst(pagesWords(passage))}
            </Button>
          ))}
        </Group>
      )}
      {file === undefined ? null : (
        <div ref={box} className={classes.viewer}>
          <PageTools page={page} pages={pages} zoom={zoom} box={box} onTurn={looking.turn} onZoom={setZoom} />
          <div className={classes.page}>
            <FilePage portfolioId={at.portfolioId} file={file} page={page} zoom={zoom} onPages={setPages} />
          </div>
        </div>
      )}
    </section>
  );
}

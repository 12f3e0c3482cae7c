import { Group, Radio, Select, Stack } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { mailTypeWords } from '#renderer/text/import-words.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { announceSave } from '#renderer/ui/save-state.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { ImportSource } from '#shared/contract/intake.ts';
import type { Attachment } from '#shared/domain/evidence.ts';
import { type ColumnMap, claimedTwice } from '#shared/domain/intake/columns.ts';
import { type MailType, mailTypeSchema, mailTypes } from '#shared/domain/intake/mail-item.ts';
import { ColumnTable } from './column-table.tsx';
import { type LeftOver, leftOver } from './left-over.ts';
import { RowList } from './row-list.tsx';
import type { ListUpload } from './use-list-files.ts';

export type Imported = {
  readonly added: number;
  readonly drafts: number;
  /** Rows that cannot come in as they are, and where they stand. */
  readonly left: LeftOver | null;
};

const quietly = { staleTime: Number.POSITIVE_INFINITY } as const;

/** What would come in, to be chosen from. */
function Preview(props: {
  readonly what: 'row' | 'publication' | 'message';
  readonly portfolioId: string;
  readonly source: ImportSource;
  readonly files: readonly Attachment[];
  readonly onImported: (imported: Imported) => void;
}) {
  const { what, portfolioId, source, files, onImported } = props;
  const input = { portfolioId, source, files: [...files] };
  const query = useQuery({
    ...api.intake.preview.queryOptions({ input, ...quietly }),
    placeholderData: keepPreviousData,
  });
  const importing = useMutation({
    ...api.intake.importRows.mutationOptions(),
    onSuccess: (imported) => {
      announceSave({ is: 'saved', at: new Date() });
      onImported({ ...imported, left: query.data === undefined ? null : leftOver(source, query.data.rows) });
    },
  });
  return (
    <Section
      title="What comes in"
      intro="Nothing is added until you say so, and one press of Undo takes it all back."
    >
      <QueryStates query={query} what="rows" rows={5}>
        {({ rows }) => (
          <RowList
            what={what}
            rows={rows}
            busy={importing.isPending}
            error={importing.error}
            left={leftOver(source, rows)}
            onImport={(chosen) => importing.mutate({ ...input, rows: [...chosen] })}
          />
        )}
      </QueryStates>
    </Section>
  );
}

type StepProps = {
  readonly portfolioId: string;
  readonly files: readonly Attachment[];
  readonly onImported: (imported: Imported) => void;
};

/** A spreadsheet: its sheet, its columns, its rows. */
export function SpreadsheetSteps(
  props: StepProps & {
    readonly file: ListUpload;
    /** Files are on their way: each changes what the rows become. */
    readonly waits: boolean;
    /** Where the files that a column names are added. */
    readonly named: ReactNode;
  },
) {
  const { file, waits, named, ...rest } = props;
  const [sheet, setSheet] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ColumnMap | null>(null);
  const query = useQuery(api.intake.readTable.queryOptions({ input: { file, sheet }, ...quietly }));
  return (
    <QueryStates query={query} what="the spreadsheet" rows={5}>
      {(table) => {
        const columns = chosen ?? table.columns;
        const source: ImportSource = { kind: 'spreadsheet', file, sheet: table.sheet, columns };
        return (
          <Stack gap="md">
            {table.sheets.length < 2 ? null : (
              <Select
                label="Sheet"
                maw="20rem"
                allowDeselect={false}
                data={[...table.sheets]}
                value={table.sheet}
                onChange={(next) => {
                  setChosen(null);
                  setSheet(next);
                }}
              />
            )}
            <ColumnTable
              headers={table.headers}
              sample={table.sample}
              columns={columns}
              remembered={table.remembered && chosen === null}
              onChange={setChosen}
            />
            {columns.includes('files') || rest.files.length > 0 || waits ? named : null}
            {waits || claimedTwice(columns).length > 0 ? null : (
              <Preview
                {...rest}
                what="row"
                source={table.sheet === '' ? { ...source, sheet: null } : source}
              />
            )}
          </Stack>
        );
      }}
    </QueryStates>
  );
}

export function PublicationSteps(props: StepProps & { readonly lists: readonly ListUpload[] }) {
  const { lists, ...rest } = props;
  return <Preview {...rest} what="publication" source={{ kind: 'publications', files: [...lists] }} />;
}

/** E-mails: what they are evidence of, then each of them. */
export function MessageSteps(props: StepProps & { readonly lists: readonly ListUpload[] }) {
  const { lists, ...rest } = props;
  const [as, setAs] = useState<MailType>('correspondence');
  return (
    <Stack gap="md">
      <Section title="What they are">
        <Radio.Group
          label="Bring the messages in as"
          description="The message itself and what was attached to it are kept as files. Take patients’ and colleagues’ details out before anybody else sees them."
          value={as}
          onChange={(value) => {
            const type = mailTypeSchema.safeParse(value);
            if (type.success) setAs(type.data);
          }}
        >
          <Group mt="xs">
            {mailTypes.map((type) => (
              <Radio key={type} value={type} label={mailTypeWords[type]} />
            ))}
          </Group>
        </Radio.Group>
      </Section>
      <Preview {...rest} what="message" source={{ kind: 'messages', files: [...lists], as }} />
    </Stack>
  );
}

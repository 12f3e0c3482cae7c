import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { useDropTarget } from '#renderer/ui/drop-target.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { importEndings } from '#renderer/ui/file-kinds.ts';
import { useGivenFiles } from '#renderer/ui/given-files.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { UploadList } from '#renderer/ui/upload-list.tsx';
import { Arriving } from '../arriving.tsx';
import { type Imported, MessageSteps, PublicationSteps, SpreadsheetSteps } from './import-steps.tsx';
import { SaveLeft } from './save-left.tsx';
import { type ListFiles, useListFiles } from './use-list-files.ts';

function Done(props: { readonly imported: Imported; readonly onAnother: () => void }) {
  const { added, drafts, left } = props.imported;
  return (
    <Note tone="good" icon={IconCircleCheck} role="status" title={`${count(added, 'item')} brought in`}>
      <Text size="sm">
        {drafts === 0 ? '' : `${count(drafts, 'draft')} among them to finish. `}
        One press of Undo at the top of the window takes all of them back.
      </Text>
      {left === null ? null : (
        <Text size="sm" mt={4}>
          {left.rows.length === 1
            ? '1 row could not come in.'
            : `${left.rows.length} rows could not come in.`}{' '}
          Save them with what is wrong with each, mend them there, and import that file.
        </Text>
      )}
      <Group gap="sm" mt="sm">
        <LinkButton to={drafts === 0 ? paths.evidence : paths.drafts} size="xs">
          {drafts === 0 ? 'See the evidence' : 'Go to the drafts'}
        </LinkButton>
        {left === null ? null : <SaveLeft left={left} />}
        <Button size="xs" variant="default" onClick={props.onAnother}>
          Import another
        </Button>
      </Group>
    </Note>
  );
}

/** Files that rows of a spreadsheet name. */
function NamedFiles({ list }: { readonly list: ListFiles }) {
  return (
    <Section title="Files it names" intro="Add the files that the column names: each is attached to its row.">
      <Stack gap="sm">
        <FileDrop
          label="Add the files"
          hint="all of them at once, or drop them on the window"
          multiple
          onFiles={list.addFiles}
        />
        <Arriving desk={list.fileDesk} arrived={list.files.length} />
        {list.files.length === 0 ? null : (
          <Text size="sm" role="status">
            {count(list.files.length, 'file')} ready
          </Text>
        )}
      </Stack>
    </Section>
  );
}

function Steps(props: { readonly list: ListFiles; readonly onImported: (imported: Imported) => void }) {
  const { list, onImported } = props;
  const { portfolioId } = usePortfolio();
  const { lists, files } = list;
  const [first] = lists?.files ?? [];
  if (lists === null || first === undefined) return null;
  const shared = { portfolioId, files, onImported };
  if (lists.kind === 'publications') return <PublicationSteps {...shared} lists={lists.files} />;
  if (lists.kind === 'messages') return <MessageSteps {...shared} lists={lists.files} />;
  return (
    <SpreadsheetSteps
      key={first.uploadId}
      {...shared}
      file={first}
      waits={list.fileDesk.busy}
      named={<NamedFiles list={list} />}
    />
  );
}

/** Evidence out of a spreadsheet, a bibliography or e-mails. */
export function ImportScreen() {
  const { portfolioId } = usePortfolio();
  const list = useListFiles(portfolioId);
  const [imported, setImported] = useState<Imported | null>(null);
  const take = (files: readonly File[]) => {
    setImported(null);
    list.add(files);
  };
  useGivenFiles('import', take);
  useDropTarget('Drop to import', take);
  const names = list.lists?.files.map(({ name }) => name) ?? [];
  return (
    <>
      <PageHeader
        title="Import evidence"
        intro="A spreadsheet (CSV or Excel) with one line for each item, publications (BibTeX or RIS), or saved e‑mails (.eml)."
        actions={
          <LinkButton to={paths.addFiles} variant="default">
            Add files
          </LinkButton>
        }
      />
      <Stack gap="md">
        {imported !== null ? (
          <Done imported={imported} onAnother={() => setImported(null)} />
        ) : list.lists === null ? (
          <FileDrop
            label="Choose a file"
            hint="or drop it here (.csv, .xlsx, .bib, .ris, .eml)"
            accept={importEndings}
            multiple
            onFiles={take}
          />
        ) : (
          <Group justify="space-between" gap="sm">
            <Text fw={600}>{names.length > 3 ? count(names.length, 'file') : names.join(', ')}</Text>
            <Button variant="default" size="xs" onClick={list.clear}>
              Choose another
            </Button>
          </Group>
        )}
        <UploadList desk={list.listDesk} />
        {imported === null ? (
          <Steps
            list={list}
            onImported={(result) => {
              setImported(result);
              list.clear();
            }}
          />
        ) : null}
      </Stack>
    </>
  );
}

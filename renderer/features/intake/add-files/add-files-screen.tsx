import { Button, Group, Stack, Text } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { count } from '#renderer/text/format.ts';
import { useDropTarget } from '#renderer/ui/drop-target.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { fileKind } from '#renderer/ui/file-kinds.ts';
import { giveFiles, useGivenFiles } from '#renderer/ui/given-files.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Pager } from '#renderer/ui/pager.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { announceSave } from '#renderer/ui/save-state.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import { mostDrafts } from '#shared/contract/intake.ts';
import { Arriving } from '../arriving.tsx';
import classes from './add-files.module.css';
import { addFilesSearchSchema } from './add-files-search.ts';
import { EntryLine } from './entry-line.tsx';
import { type Entries, useEntries } from './use-entries.ts';

const perPage = 25;

function EntryList({ entries }: { readonly entries: Entries }) {
  const { pack } = usePortfolio();
  const [page, setPage] = useState(0);
  const all = entries.entries;
  const at = Math.max(0, Math.min(page, Math.ceil(all.length / perPage) - 1));
  const firstWith = new Map<string, (typeof all)[number]>();
  for (const entry of all)
    if (!firstWith.has(entry.attachment.hash)) firstWith.set(entry.attachment.hash, entry);
  const twinOf = (entry: (typeof all)[number]) => {
    const first = firstWith.get(entry.attachment.hash);
    return first === entry ? undefined : first?.attachment.name;
  };
  return (
    <Stack gap="sm">
      <ul className={classes.list} aria-label="Files to become drafts">
        {all.slice(at * perPage, (at + 1) * perPage).map((entry) => (
          <EntryLine key={entry.key} entry={entry} twin={twinOf(entry)} pack={pack} entries={entries} />
        ))}
      </ul>
      <Pager what="files" page={at} perPage={perPage} total={all.length} onPage={setPage} />
    </Stack>
  );
}

/** Spreadsheets, bibliographies and e-mails among what was dropped: what is in them can be brought in instead. */
function RowsNote(props: { readonly files: readonly File[]; readonly others: readonly File[] }) {
  const navigate = useNavigate();
  const { files, others } = props;
  const [first] = files;
  if (first === undefined) return null;
  return (
    <Note tone="info" icon={IconTable} title={`“${first.name}” can be read as evidence itself`}>
      <Text size="sm">
        Its rows, publications or message become items; files that a column names are attached to them. The
        files below stay out of it unless they are named there.
      </Text>
      <Button
        size="xs"
        mt="xs"
        variant="default"
        onClick={() => {
          giveFiles('import', [...files, ...others]);
          void navigate({ to: paths.importEvidence, ignoreBlocker: true });
        }}
      >
        Import it instead
      </Button>
    </Note>
  );
}

/** Files become drafts: each with what is suggested for it, none of it without a click. */
export function AddFilesScreen() {
  const { pack, portfolioId } = usePortfolio();
  const navigate = useNavigate();
  const search = addFilesSearchSchema.parse(useSearch({ strict: false }));
  const capability = pack.capabilities.find(({ code }) => code === search.capability) ?? null;
  const entries = useEntries(portfolioId, capability?.code ?? null);
  const [given, setGiven] = useState<readonly File[]>([]);
  const { desk, taken, making, undecided } = entries;
  const take = (files: readonly File[]) => {
    const room = mostDrafts - entries.entries.length - desk.uploads.length;
    setGiven((all) => [...all, ...files.slice(0, room)]);
    desk.add(files.slice(0, room));
    setLeftOut(Math.max(0, files.length - room));
  };
  const [leftOut, setLeftOut] = useState(0);
  useGivenFiles('add-files', take);
  useDropTarget('Drop to add as evidence', take);
  const make = async () => {
    const { ids } = await entries.make();
    announceSave({ is: 'saved', at: new Date() });
    void navigate({ to: paths.drafts, search: { made: ids.length }, ignoreBlocker: true });
  };
  const pending = entries.entries.length > 0 || desk.busy;
  return (
    <>
      <LeaveGuard unsaved={pending} />
      <PageHeader
        title="Add files"
        intro={
          capability === null
            ? 'Each file becomes a draft. Look at what is suggested for it, accept what is right, and finish the drafts when you have time.'
            : `Each file becomes a draft linked to ${capability.code} ${capability.title}.`
        }
        actions={
          <LinkButton to={paths.importEvidence} variant="default">
            Import a spreadsheet
          </LinkButton>
        }
      />
      <Stack gap="md">
        <FileDrop
          label={pending ? 'Choose more files' : 'Choose files'}
          hint="one or hundreds, or drop them anywhere on the window"
          multiple
          onFiles={take}
        />
        {leftOut === 0 ? null : (
          <Text size="sm" role="alert">
            {count(leftOut, 'file')} left out: {mostDrafts.toLocaleString('en-GB')} at a time. Add them when
            these are done.
          </Text>
        )}
        <RowsNote
          files={given.filter(({ name }) => fileKind(name) === 'rows')}
          others={given.filter(({ name }) => fileKind(name) !== 'rows')}
        />
        <Arriving desk={desk} arrived={entries.entries.length} />
        {entries.entries.length === 0 ? null : (
          <>
            <EntryList entries={entries} />
            {making.error === null ? null : <FailedState error={making.error} />}
            <div className={classes.foot}>
              <Group justify="space-between" gap="sm">
                <Text size="sm" role="status">
                  {count(taken.length, 'draft')} to make
                  {undecided === 0 ? '' : `, ${count(undecided, 'suggestion')} not looked at`}
                </Text>
                <Group gap="sm">
                  {undecided === 0 ? null : (
                    <Button variant="default" onClick={entries.acceptAll}>
                      Accept all {undecided}
                    </Button>
                  )}
                  <Button
                    disabled={taken.length === 0 || desk.busy}
                    loading={making.isPending}
                    onClick={() => void make().catch(() => undefined)}
                  >
                    Make {count(taken.length, 'draft')}
                  </Button>
                </Group>
              </Group>
            </div>
          </>
        )}
      </Stack>
    </>
  );
}

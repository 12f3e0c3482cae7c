import { Button, Modal, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconFileText, IconStairsUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { flushAll } from '#renderer/api/pending-saves.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { verdictWords } from '#renderer/text/feedback-words.ts';
import { RateForm } from '#renderer/ui/ratings/rate-form.tsx';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';
import type { WaitingRow } from '#shared/contract/supervisor.ts';
import type { PersonOnRecord } from '#shared/domain/supervision/person.ts';
import { CommentPanel, commentId, type Verdict } from './comment-panel.tsx';
import { type DraftsForm, draftOf, draftsSchema, isEmpty, KeepDrafts, keptDrafts } from './drafts.ts';
import { FilePanel, type FileView, filesToJudge } from './file-panel.tsx';
import classes from './queue.module.css';
import { QueueItem } from './queue-item.tsx';
import { QueueSummary } from './queue-summary.tsx';
import { useGive } from './use-give.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { type Run, useRun } from './use-run.ts';

type RunProps = {
  readonly waiting: readonly WaitingRow[];
  readonly me: PersonOnRecord;
  readonly inPerson: PersonOnRecord | null;
  readonly textKey: string;
  readonly kept: KeptValues | null;
  readonly onBegun: () => void;
  /** Begins again with what waits then. */
  readonly onAgain: () => void;
};

/** One go through what waits, one item after another. */
export function QueueRun(props: RunProps) {
  const { waiting, textKey, kept, inPerson, onBegun, onAgain } = props;
  const run = useRun(waiting, new Set(keptDrafts(kept).keys()));
  const form: DraftsForm = useZodForm(draftsSchema, { drafts: {} });
  const [unsaved, setUnsaved] = useState(false);
  const row = run.plan[run.at];
  const latestBegun = useRef(onBegun);
  useEffect(() => latestBegun.current(), []);
  return (
    <>
      <KeepDrafts textKey={textKey} form={form} kept={kept} onUnsaved={setUnsaved} />
      <LeaveGuard unsaved={unsaved} flush={flushAll} />
      {row === undefined ? (
        <QueueSummary run={run} inPerson={inPerson !== null} onAgain={onAgain} />
      ) : (
        <OneItem key={row.id} {...props} run={run} row={row} form={form} />
      )}
    </>
  );
}

function OneItem(
  props: RunProps & { readonly run: Run; readonly row: WaitingRow; readonly form: DraftsForm },
) {
  const { run, row, form, me, inPerson } = props;
  const { portfolioId, pack } = usePortfolio();
  const item = useQuery(api.evidence.get.queryOptions({ input: { portfolioId, id: row.id } }));
  const standing = useQuery(api.feedback.ofItem.queryOptions({ input: { portfolioId, item: row.id } }));
  const heading = useRef<HTMLHeadingElement>(null);
  const viewer = useRef<HTMLElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [mode, setMode] = useState<'returned' | 'comment'>('comment');
  const [sbi, setSbi] = useState(false);
  const [rating, setRating] = useState(false);
  const [view, setView] = useState<FileView | null>(null);
  const [closed, setClosed] = useState(false);
  const files = item.data === undefined ? [] : filesToJudge(item.data.attachments);
  const shown = closed ? null : (view ?? (files[0] === undefined ? null : { hash: files[0].hash, page: 1 }));
  const ready = item.data !== undefined && standing.data !== undefined;

  const { give, busy, failed } = useGive({
    portfolioId,
    item: row.id,
    revision: standing.data?.revision,
    inPerson,
    form,
    onSending: () => heading.current?.focus(),
    onGiven: (verdict) => {
      run.note(row.id, verdict);
      setSbi(false);
      setMode('comment');
      // A comment is often followed by a decision; whatever decides goes on.
      if (verdict === 'comment') heading.current?.focus();
      else run.go(run.nextAfter(run.at));
    },
  });

  /** Somebody began to write before there was a field: what they type then is no command. */
  const writing = useRef(false);
  useEffect(() => {
    if (!ready) return;
    if (writing.current) document.getElementById(commentId)?.focus();
    else heading.current?.focus();
    writing.current = false;
  }, [ready]);

  const write = (next: 'returned' | 'comment') => {
    setMode(next);
    const field = document.getElementById(commentId);
    // At once: the next key is already part of the comment.
    if (field === null) writing.current = true;
    else field.focus();
  };
  const begin = (next: 'returned' | 'comment') => {
    if (isEmpty(draftOf(form, row.id))) write(next);
    else void give(next);
  };
  const send = (verdict: Verdict) => void give(verdict);
  const openFile = (next: FileView | null) => {
    setClosed(false);
    if (next !== null) setView(next);
    requestAnimationFrame(() => viewer.current?.focus());
  };
  const closeFile = () => {
    setClosed(true);
    heading.current?.focus();
  };
  useQueueKeys({
    resting: () => writing.current,
    a: () => send('accepted'),
    s: () => send('seen'),
    r: () => write('returned'),
    c: () => write('comment'),
    n: () => run.go(run.at + 1),
    p: () => run.go(run.at - 1),
    v: () => (viewer.current?.contains(document.activeElement) === true ? closeFile() : openFile(view)),
    b: () => setSbi((open) => !open),
    l: () => setRating(true),
    send: () => send(mode),
  });

  const failure = item.error ?? standing.error;
  const before = run.given.get(row.id);
  const isDone = run.isDone(row.id);
  const codes = item.data?.links.map(({ capability }) => capability) ?? [];
  const others = pack.capabilities.map(({ code }) => code).filter((code) => !codes.includes(code));
  const known = codes.filter((code) => pack.capabilities.some((one) => one.code === code));
  return (
    <>
      <div className={classes.bar}>
        <Text size="sm" fw={600}>
          Item {run.at + 1} of {run.plan.length}
        </Text>
        <progress
          className={classes.progress}
          aria-label="Looked at"
          max={run.plan.length}
          value={run.plan.filter(({ id }) => run.isDone(id)).length}
        />
        <div className={classes.moves}>
          <Button
            size="xs"
            variant="default"
            disabled={run.at === 0}
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => run.go(run.at - 1)}
          >
            Previous
          </Button>
          <Button
            size="xs"
            variant="default"
            rightSection={<IconArrowRight size={16} aria-hidden />}
            onClick={() => run.go(run.at + 1)}
          >
            {run.at + 1 === run.plan.length ? 'To the end' : 'Next'}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconStairsUp size={16} aria-hidden />}
            onClick={() => setRating(true)}
          >
            Rate a capability
          </Button>
          {files.length === 0 || shown !== null ? null : (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFileText size={16} aria-hidden />}
              onClick={() => openFile(null)}
            >
              View the file
            </Button>
          )}
        </div>
        <VisuallyHidden role="status">
          {before === undefined || !isDone ? '' : `${verdictWords[before]}: ${row.title}`}
        </VisuallyHidden>
      </div>
      {failure !== null ? (
        <FailedState error={failure} onRetry={() => void Promise.all([item.refetch(), standing.refetch()])} />
      ) : item.data === undefined || standing.data === undefined ? (
        <LoadingState what="the item" rows={6} />
      ) : (
        <div className={shown === null ? undefined : classes.both} data-wide={shown !== null || undefined}>
          <div className={classes.item}>
            <QueueItem
              row={row}
              item={item.data}
              standing={standing.data}
              me={me}
              next={run.plan[run.at + 1]}
              heading={heading}
              onPassage={(hash, page) => openFile({ hash, page })}
            />
            <CommentPanel
              form={form}
              item={row.id}
              mode={mode}
              sbi={sbi}
              busy={busy}
              failed={failed}
              onSbi={() => setSbi((open) => !open)}
              onSend={send}
              onBegin={begin}
              box={panel}
            />
          </div>
          {shown === null ? null : (
            <FilePanel
              portfolioId={portfolioId}
              files={files}
              view={shown}
              panel={viewer}
              onView={setView}
              onClose={closeFile}
              onComment={(passage) => {
                const draft = draftOf(form, row.id);
                form.setValue(`drafts.${row.id}`, { ...draft, passage }, { shouldDirty: true });
                write(mode);
              }}
            />
          )}
        </div>
      )}
      <Modal opened={rating} onClose={() => setRating(false)} title="Rate a capability" size="lg" centered>
        <RateForm
          capability={known[0] ?? others[0] ?? ''}
          choices={[...known, ...others]}
          inPerson={inPerson}
          onDone={() => setRating(false)}
        />
      </Modal>
    </>
  );
}

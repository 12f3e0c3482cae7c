import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';
import type { Attachment } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import { canRedact, kindOfFile } from '#shared/domain/redaction/file-type.ts';
import type { KeptMarking } from '#shared/domain/redaction/marks.ts';
import { CopyView } from './copy/copy-view.tsx';
import { CannotRedact } from './hidden/cannot-redact.tsx';
import { loadMarking, marksKey } from './marking/kept-marking.ts';
import { MarkingView } from './marking/marking-view.tsx';

/** One file of an item: made safe to show, or told why it cannot be here. */
export function RedactionScreen() {
  const { id = '', hash = '' } = useParams({ strict: false });
  const { portfolioId } = usePortfolio();
  const query = useQuery(api.evidence.get.queryOptions({ input: { portfolioId, id }, staleTime: 0 }));
  const file = query.data?.attachments.find((one) => one.hash === hash);
  const kind = file === undefined ? null : kindOfFile(file);
  const copy = file?.redacted;
  return (
    <>
      <PageHeader
        title={
          file === undefined
            ? 'Redact a file'
            : kind !== null && canRedact(kind)
              ? `Redact ${file.name}`
              : `Look inside ${file.name}`
        }
        intro={query.data === undefined ? undefined : `A file of “${query.data.title}”`}
        actions={
          <LinkButton to={paths.evidenceItem} params={{ id }} variant="default">
            Back to the item
          </LinkButton>
        }
      />
      <QueryStates query={query} what="the file">
        {() => {
          if (file === undefined || kind === null)
            return <FailedState error={failure('NOT_FOUND', { what: 'file' })} />;
          if (!canRedact(kind)) return <CannotRedact portfolioId={portfolioId} hash={hash} kind={kind} />;
          return (
            <Redactable
              // Undone, redone or made anew: another start.
              key={`${hash} ${copy?.hash ?? ''}`}
              portfolioId={portfolioId}
              itemId={id}
              file={file}
              kind={kind}
            />
          );
        }}
      </QueryStates>
    </>
  );
}

/** The copy where there is one, until somebody wants to redact again; else the marking. */
function Redactable(props: {
  readonly portfolioId: string;
  readonly itemId: string;
  readonly file: Attachment;
  readonly kind: 'pdf' | 'picture';
}) {
  const { portfolioId, itemId, file, kind } = props;
  const { redacted: copy } = file;
  const [again, setAgain] = useState(false);
  const marking = copy === undefined || again;
  const key = marksKey(itemId, file.hash);
  const [kept, setKept] = useState<KeptMarking | null | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the other of the two views begins
  useEffect(() => {
    let gone = false;
    setKept(undefined);
    void loadMarking(key).then((found) => {
      if (!gone) setKept(found);
    });
    return () => {
      gone = true;
    };
  }, [key, marking]);
  if (kept === undefined) return <LoadingState what="earlier marks" rows={3} />;
  if (!marking && copy !== undefined)
    return (
      <CopyView
        portfolioId={portfolioId}
        itemId={itemId}
        file={file}
        copy={copy}
        kept={kept}
        onAgain={() => {
          setKept(undefined);
          setAgain(true);
        }}
      />
    );
  return (
    <MarkingView
      portfolioId={portfolioId}
      itemId={itemId}
      file={file}
      kind={kind}
      kept={kept}
      onBurnt={() => setAgain(false)}
    />
  );
}

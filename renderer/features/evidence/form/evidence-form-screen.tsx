import { Button } from '@mantine/core';
import { IconHistory, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useRewinds } from '#renderer/api/rewind.ts';
import { KeptText, type KeptValues } from '#renderer/forms/kept-text.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';
import type { ViewSearch } from '#renderer/ui/viewer/view-search.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { type EvidenceTypeId, evidenceTypeIds } from '#shared/domain/evidence-types.ts';
import { ItemFeedback, ReturnedNote } from '../feedback/item-feedback.tsx';
import { MoveItem } from '../move/move-item.tsx';
import { IdentifiersPanel } from '../safety/identifiers-panel.tsx';
import { SignOffs } from '../sign-off/sign-offs.tsx';
import { useTrash } from '../use-trash.ts';
import { WhereItGoes } from '../uses/where-used.tsx';
import { blankDraft, draftOf } from './draft.ts';
import classes from './evidence-form.module.css';
import { sectionId } from './form-section.tsx';
import { wantedTypes } from './guidance.ts';
import { ItemForm, itemTextKey } from './item-form.tsx';
import { detailsFrom, newItemSearchSchema } from './new-item-search.ts';
import { TypeChooser } from './type-chooser.tsx';

/** Back to where the doctor came from, or to the list on a page opened by its address. */
function useLeave(): () => void {
  const router = useRouter();
  const navigate = useNavigate();
  // Files opened beside the form are steps of their own: leaving goes behind them all.
  const [cameAt] = useState(() => router.history.location.state.__TSR_index);
  return () => {
    const steps = router.history.location.state.__TSR_index - cameAt + 1;
    return cameAt > 0 ? router.history.go(-steps) : void navigate({ to: paths.evidence });
  };
}

/** The type of the item that was being written; null when nothing was. */
const keptTypeOf = (kept: KeptValues | null): EvidenceTypeId | null =>
  evidenceTypeIds.find((type) => type === kept?.item?.type) ?? null;

/**
 * New and existing items. One screen for both addresses, so that an item that has just been created goes on being
 * written in the same fields while the address changes under it.
 */
export function EvidenceFormScreen() {
  const rewinds = useRewinds();
  return <FormOfAddress key={rewinds} />;
}

function FormOfAddress() {
  const { id } = useParams({ strict: false });
  const [made, setMade] = useState<string | null>(null);
  const isNew = id === undefined || id === made;
  const { portfolioId } = usePortfolio();
  if (!isNew) return <ExistingItem key={id} id={id} />;
  return (
    <KeptText
      key="new"
      textKey={itemTextKey(portfolioId, null)}
      heading={<PageHeader title="Add evidence" />}
      about={({ item }) => (typeof item?.title === 'string' ? item.title : '')}
    >
      {(kept) => <NewItem kept={kept} onCreated={setMade} />}
    </KeptText>
  );
}

const HistoryLink = ({ id }: { readonly id: string }) => (
  <LinkButton
    to={paths.history}
    params={{ collection: 'evidence', id }}
    variant="default"
    leftSection={<IconHistory size={18} aria-hidden />}
  >
    History
  </LinkButton>
);

function NewItem(props: {
  /** What was being written when Waymark locked or was closed. */
  readonly kept: KeptValues | null;
  readonly onCreated: (id: string) => void;
}) {
  const { pack, portfolioId } = usePortfolio();
  const search = newItemSearchSchema.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const leave = useLeave();
  const { trash, fault } = useTrash(portfolioId);
  const [item, setItem] = useState<EvidenceItem | null>(null);
  // Read once: the address changes when the item is created, the item does not.
  const [asked] = useState(() => ({
    type: search.type ?? null,
    capability: pack.capabilities.find(({ code }) => code === search.capability) ?? null,
  }));
  const [type, setType] = useState<EvidenceTypeId | null>(keptTypeOf(props.kept) ?? asked.type);
  const [draft] = useState(() => ({
    ...blankDraft('reflection', asked.capability?.code ?? null),
    details: detailsFrom(asked.type, search.answer),
  }));
  const coverage = useQuery(api.coverage.map.queryOptions({ input: { portfolioId } })).data;
  const { capability } = asked;

  if (type === null) {
    return (
      <>
        <PageHeader
          title="Add evidence"
          intro={
            capability === null
              ? 'What kind of evidence is it?'
              : `What kind of evidence is it? It will be linked to ${capability.code} ${capability.title}.`
          }
          actions={
            <>
              <LinkButton
                to={paths.addFiles}
                search={capability === null ? {} : { capability: capability.code }}
                variant="default"
              >
                Add files
              </LinkButton>
              <LinkButton to={paths.importEvidence} variant="default">
                Import a list
              </LinkButton>
              <Button variant="default" onClick={leave}>
                Cancel
              </Button>
            </>
          }
        />
        <TypeChooser
          onChoose={setType}
          wanted={wantedTypes(coverage?.capabilities.find(({ code }) => code === capability?.code))}
          wantedTitle={`What the rules of ${capability?.code ?? ''} name`}
        />
      </>
    );
  }
  const onCreated = (created: EvidenceItem) => {
    setItem(created);
    props.onCreated(created.id);
    void navigate({
      to: paths.evidenceItem,
      params: { id: created.id },
      // A file that is open beside the form stays open.
      search: ({ view, page, show }: ViewSearch) => ({ view, page, show }),
      replace: true,
      resetScroll: false,
      ignoreBlocker: true,
    });
  };
  return (
    <>
      <PageHeader title="Add evidence" actions={item === null ? undefined : <HistoryLink id={item.id} />} />
      {fault === null ? null : <FailedState error={fault} />}
      <ItemForm
        draft={{ ...draft, type }}
        itemId={item?.id ?? null}
        kept={props.kept}
        onCreated={onCreated}
        onDone={leave}
        onTrash={
          item === null ? null : (title) => void trash({ id: item.id, title }).then(leave, () => undefined)
        }
        after={item === null ? null : <IdentifiersPanel itemId={item.id} />}
      />
    </>
  );
}

/** A part below the form that its contents lead to. */
const AfterPart = (props: { readonly name: string; readonly children: ReactNode }) => (
  <div id={sectionId(props.name)} tabIndex={-1} className={classes.afterPart}>
    {props.children}
  </div>
);

function ExistingItem({ id }: { readonly id: string }) {
  const { portfolioId } = usePortfolio();
  const leave = useLeave();
  const { trash, restore, fault } = useTrash(portfolioId);
  const query = useQuery(api.evidence.get.queryOptions({ input: { portfolioId, id }, staleTime: 0 }));

  if (query.isError && query.data === undefined) {
    return (
      <>
        <PageHeader
          title="Evidence item"
          actions={
            <LinkButton to={paths.evidence} variant="default">
              Back to the evidence
            </LinkButton>
          }
        />
        <FailedState error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  // What was read on an earlier visit may be older than what was saved since.
  if (query.data === undefined || !query.isFetchedAfterMount) {
    return (
      <>
        <PageHeader title="Evidence item" />
        <LoadingState what="the item" />
      </>
    );
  }
  const item = query.data;
  if (item.trashedAt !== null) {
    return (
      <>
        <PageHeader title={item.title} actions={<HistoryLink id={id} />} />
        {fault === null ? null : <FailedState error={fault} />}
        <Note tone="info" icon={IconTrash} title="This item is in the trash">
          It counts nowhere and no panel sees it. Restore it to read or change it.
          <Button mt="sm" display="block" onClick={() => void restore(item).catch(() => undefined)}>
            Restore
          </Button>
        </Note>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={item.title}
        actions={
          <>
            <MoveItem id={id} onMoved={leave} />
            <HistoryLink id={id} />
          </>
        }
      />
      {fault === null ? null : <FailedState error={fault} />}
      <ReturnedNote id={id} />
      <KeptText textKey={itemTextKey(portfolioId, id)}>
        {(kept) => (
          <ItemForm
            draft={draftOf(item)}
            itemId={id}
            kept={kept}
            onCreated={() => undefined}
            onDone={leave}
            onTrash={(title) => void trash({ id: item.id, title }).then(leave, () => undefined)}
            after={
              <>
                <AfterPart name="identifiers">
                  <IdentifiersPanel itemId={id} />
                </AfterPart>
                <AfterPart name="feedback">
                  <ItemFeedback id={id} />
                </AfterPart>
                <AfterPart name="signed-off">
                  <SignOffs itemId={id} />
                </AfterPart>
                <WhereItGoes id={id} />
              </>
            }
          />
        )}
      </KeptText>
    </>
  );
}

import { Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { fieldId } from '#renderer/forms/field.ts';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { ProseField } from '#renderer/forms/text-fields.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { reflectionFrames } from '#renderer/text/writing-prompts.ts';
import { useDropTarget } from '#renderer/ui/drop-target.ts';
import { useUploads } from '#renderer/ui/use-uploads.ts';
import type { EvidenceItem, Link } from '#shared/domain/evidence.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import { typeTitle } from '#shared/domain/pack-types.ts';
import { WithViewer } from '../viewer/beside.tsx';
import { PassageLine } from '../viewer/passage-line.tsx';
import { usePassages } from '../viewer/use-passages.ts';
import { useView } from '../viewer/use-view.ts';
import { BasicsSection } from './basics-section.tsx';
import { CapabilitiesSection } from './capabilities-section.tsx';
import type { EvidenceDraft } from './draft.ts';
import classes from './evidence-form.module.css';
import { FilesSection, useKeepFile } from './files-section.tsx';
import { DraftNote, finishDraft } from './finish-draft.tsx';
import { FormContents } from './form-contents.tsx';
import { FormFoot } from './form-foot.tsx';
import { FormSection } from './form-section.tsx';
import { GuidanceHints } from './guidance-hints.tsx';
import { lackingPart } from './marks.ts';
import { MarksSection } from './marks-section.tsx';
import { revealAndFocus } from './reveal.ts';
import { TypeChooser } from './type-chooser.tsx';
import { TypeSection } from './type-section.tsx';
import { useDraftForm } from './use-draft-form.ts';
import { useItemSaving } from './use-item-saving.ts';
import { WritingPrompts } from './writing-prompts.tsx';

/** Where what cannot be saved yet is kept: of a new item, or of one that exists. */
export const itemTextKey = (portfolioId: string, itemId: string | null) =>
  itemId === null ? `evidence/new/${portfolioId}` : `evidence/item/${itemId}`;

/**
 * One item, to read and to write: it saves by itself. Order: what makes an item count comes first, what makes it
 * good after that, so that a tired doctor can stop early.
 */
export function ItemForm(props: {
  readonly draft: EvidenceDraft;
  readonly itemId: string | null;
  /** What was being written when Waymark locked or was closed. */
  readonly kept: KeptValues | null;
  readonly onCreated: (item: EvidenceItem) => void;
  readonly onDone: () => void;
  /** Null until the item exists. */
  readonly onTrash: ((title: string) => void) | null;
  /** What belongs to the item and is not written here: checks, sign-offs, where it goes. */
  readonly after?: ReactNode;
}) {
  const { draft, itemId, kept: keptBefore, onCreated, onDone, onTrash, after } = props;
  const { portfolioId, pack } = usePortfolio();
  const form = useDraftForm(draft);
  const { saving, unsaved, flush } = useItemSaving({ form, portfolioId, itemId, onCreated });
  const { drop } = useKeepText({
    textKey: itemTextKey(portfolioId, itemId),
    forms: { item: form },
    unsaved,
    flush,
    kept: keptBefore,
  });
  const typeId = useWatch({ control: form.control, name: 'type' });
  const type = { ...evidenceTypeById(typeId), title: typeTitle(pack, typeId) };
  const coverage = useQuery(api.coverage.map.queryOptions({ input: { portfolioId } })).data;
  const kept = useKeepFile(form, portfolioId);
  const desk = useUploads(kept.onArrived);
  useDropTarget('Drop to attach to this item', desk.add);
  const [choosing, { open: openTypes, close: closeTypes }] = useDisclosure(false);
  const isDraft = useWatch({ control: form.control, name: 'draft' }) === true;
  const filesWait = desk.uploads.length > 0;
  const untouched = itemId === null && saving.is === 'untouched' && !unsaved;

  const goingElsewhere = useRef(false);
  const flushToLeave = async () => {
    goingElsewhere.current = true;
    const clean = (await flush()) && !filesWait;
    if (!clean) goingElsewhere.current = false;
    return clean;
  };
  const done = async () => {
    if (await flush()) {
      // A link followed while this was being saved has decided where to go.
      if (!goingElsewhere.current) onDone();
      return;
    }
    await form.trigger();
    focusFirst(form.getValues());
  };

  const finish = async () => {
    if (form.getValues('type') === 'unsorted') return openTypes();
    if (finishDraft(form)) await done();
    else focusFirst(form.getValues());
  };

  const view = useView();
  const passages = usePassages(form, pack);
  const attachments = useWatch({ control: form.control, name: 'attachments' });
  const passageOf = ({ capability, passage }: Link) =>
    passage === undefined ? null : <PassageLine {...{ capability, passage, attachments, passages, view }} />;
  const reflective = type.id === 'reflection';
  return (
    <WithViewer portfolioId={portfolioId} attachments={attachments} view={view} passages={passages}>
      <div className={classes.layout}>
        <LeaveGuard unsaved={unsaved || filesWait} flush={flushToLeave} onLose={drop} />
        <Modal opened={choosing} onClose={closeTypes} title="Change the type" size="xl">
          <Text size="sm" mb="md">
            Answers that only {type.title} asks for are put aside until you leave this page; choose it again
            to have them back.
          </Text>
          <TypeChooser
            headingOrder={3}
            onChoose={(next) => {
              form.setValue('type', next, { shouldDirty: true, shouldTouch: true });
              closeTypes();
            }}
          />
        </Modal>
        <div className={classes.columns}>
          <Stack gap="md">
            <form noValidate onSubmit={(event) => event.preventDefault()} onBlur={() => void flush()}>
              <Stack gap="md">
                {isDraft ? <DraftNote sorted={type.id !== 'unsorted'} /> : null}
                <BasicsSection form={form} type={type} onChangeType={openTypes} isNew={itemId === null} />
                <FilesSection
                  form={form}
                  portfolioId={portfolioId}
                  itemId={itemId}
                  desk={desk}
                  twice={kept.twice}
                  onForget={kept.forget}
                  view={view}
                />
                <CapabilitiesSection
                  form={form}
                  pack={pack}
                  type={type.id}
                  coverage={coverage}
                  passageOf={passageOf}
                />
                <TypeSection form={form} type={type} />
                <FormSection name="reflection" title={reflective ? 'Anything else' : 'Reflection'}>
                  <div>
                    <ProseField
                      form={form}
                      name="reflection"
                      label={reflective ? 'Anything else worth keeping' : 'What it taught you'}
                      description="What you learned and do differently now. Leave out anything that could identify a patient or colleague."
                    />
                    {reflective ? null : (
                      <WritingPrompts
                        form={form}
                        name="reflection"
                        about="reflecting"
                        frames={reflectionFrames}
                      />
                    )}
                  </div>
                </FormSection>
                <MarksSection form={form} pack={pack} type={type.id} />
              </Stack>
            </form>
            {after}
            <FormFoot
              saving={saving}
              type={type.id}
              isNew={itemId === null}
              busy={desk.busy}
              isDraft={isDraft}
              untouched={untouched}
              onRetry={() => void flush()}
              onDone={() => void done()}
              onFinish={() => void finish()}
              onTrash={onTrash === null ? null : () => onTrash(form.getValues('title'))}
            />
          </Stack>
          <Stack gap="md" className={classes.rail}>
            <FormContents form={form} type={type} exists={itemId !== null} />
            <GuidanceHints form={form} pack={pack} coverage={coverage} type={type.id} />
          </Stack>
        </div>
      </div>
    </WithViewer>
  );
}

/** Puts the focus where something is missing: a field in error, or the part a begun mark lacks. */
function focusFirst(draft: EvidenceDraft): void {
  const lacking = lackingPart(draft);
  const wrong = document.querySelector<HTMLElement>('form [aria-invalid="true"]');
  revealAndFocus(wrong ?? (lacking === null ? null : document.getElementById(fieldId(lacking))));
}

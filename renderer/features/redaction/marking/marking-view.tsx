import { Button, Stack, Text } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { PagePlace } from '#renderer/ui/viewer/sheet-types.ts';
import type { Area } from '#shared/domain/documents/text.ts';
import { type Attachment, evidenceItemSchema } from '#shared/domain/evidence.ts';
import { type FileResult, fileResultSchema } from '#shared/domain/identifiers/check.ts';
import {
  areasToBurn,
  aroundWords,
  type KeptMarking,
  type Mark,
  noMarks,
  onPage,
  withBox,
  withMarks,
  withoutMarks,
} from '#shared/domain/redaction/marks.ts';
import {
  accepting,
  declining,
  reopening,
  type Suggestion,
  stateOf,
  suggestionsOf,
} from '#shared/domain/redaction/suggestions.ts';
import { HiddenPanel } from '../hidden/hidden-panel.tsx';
import { PageView } from '../page-view.tsx';
import classes from '../redaction.module.css';
import { BurnBar } from './burn-bar.tsx';
import { keepMarking, marksKey } from './kept-marking.ts';
import layer from './mark-layer.module.css';
import { MarkLayer } from './mark-layer.tsx';
import { MarksPanel, markRowId } from './marks-panel.tsx';
import { SuggestionsPanel } from './suggestions-panel.tsx';
import { useMarking } from './use-marking.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { useWordSearch } from './use-word-search.ts';
import { WordsPanel } from './words-panel.tsx';

const byHand = { by: 'hand', of: null, rule: null } as const;

/** Marking what must go, on the original; then having it burnt into a copy. */
export function MarkingView(props: {
  readonly portfolioId: string;
  readonly itemId: string;
  readonly file: Attachment;
  readonly kind: 'pdf' | 'picture';
  /** What was marked before, burnt in already or not. */
  readonly kept: KeptMarking | null;
  readonly onBurnt: () => void;
}) {
  const { portfolioId, itemId: id, file, kind, kept, onBurnt } = props;
  const key = marksKey(id, file.hash);
  const marking = useMarking(key, kept);
  const { now, change } = marking;
  const [page, setPage] = useState(1);
  const [place, setPlace] = useState<PagePlace | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const [wantsFocus, setWantsFocus] = useState(false);
  const [preview, setPreview] = useState(false);
  const [result, setResult] = useState<FileResult | null>(null);

  const check = useStartedJob<undefined>(
    () => client.identifiers.checkFile({ portfolioId, id, file: file.hash }),
    (found) => setResult(fileResultSchema.parse(found)),
  );
  const begin = useEffectEvent(() => check.start(undefined));
  useEffect(() => begin(), []);
  const burning = useStartedJob<readonly Area[]>(
    (areas) => client.documents.redact({ portfolioId, id, hash: file.hash, areas }),
    (made) => {
      const copy = evidenceItemSchema
        .parse(made)
        .attachments.find(({ hash }) => hash === file.hash)?.redacted;
      void keepMarking(key, now, copy?.at ?? null)
        .catch(() => undefined)
        .then(onBurnt);
    },
  );
  const still = () => undefined;
  useUndoKeys(burning.running ? { undo: still, redo: still } : marking);

  const suggestions = result === null ? [] : suggestionsOf(result.hits);
  const open = suggestions.filter((one) => stateOf(now, one) === 'open');
  const undecided = open.filter(({ confidence }) => confidence !== 'low').length;

  const turn = (next: number) => {
    setPage(next);
    if (next !== page) setSelected(null);
  };
  const show = (mark: Mark) => {
    setPage(mark.page);
    setSelected(mark.id);
    setWantsFocus(true);
    setPreview(false);
  };
  const add = (box: Omit<Area, 'page'>) => {
    const next = withMarks(now, [{ page, ...box, ...byHand }]);
    const made = next.marks.at(-1);
    change(() => next);
    if (made !== undefined && next !== now) show(made);
  };
  const addInMiddle = () => {
    if (place === null) return;
    const [width, height] = [place.width / 4, place.height / 40];
    const around = { x: (place.width - width) / 2, y: (place.height - height) / 2 };
    add(onPage({ ...around, width, height }, place));
  };
  const remove = (gone: readonly Mark[]) => {
    const ids = new Set(gone.map((mark) => mark.id));
    change((before) => withoutMarks(before, (mark) => ids.has(mark.id)));
    setSelected(null);
    // What had the focus is gone with it.
    document.querySelector<HTMLElement>('[data-add-mark]')?.focus();
  };
  const setBox = (mark: Mark, box: Omit<Area, 'page'>) =>
    change((before) => withBox(before, mark.id, box), `box ${mark.id}`);
  const search = useWordSearch({ portfolioId, hash: file.hash }, (areas) =>
    change((before) =>
      withMarks(
        before,
        areas.map((area) => ({ ...aroundWords(area), by: 'words', of: null, rule: null })),
      ),
    ),
  );
  const acts = {
    onMark: (some: readonly Suggestion[]) => change((before) => accepting(before, some)),
    onLeave: (some: readonly Suggestion[]) => change((before) => declining(before, some)),
    onReopen: (some: readonly Suggestion[]) => change((before) => reopening(before, some)),
    onShow: (suggestion: Suggestion) => {
      turn(suggestion.page);
      setPreview(false);
      document.querySelector('[data-page-view]')?.scrollIntoView({ block: 'nearest' });
    },
    onEverywhere: ({ text }: Suggestion) => {
      search.find(text);
      document.querySelector<HTMLElement>('[data-words-to-find]')?.focus();
    },
  };

  return (
    <div className={classes.layout}>
      {kept === null || kept.marks.length + kept.declined.length === 0 ? null : (
        <Note tone="info" icon={IconRestore} title="Your earlier marks are still here">
          <Text size="sm">
            {kept.burntAt === null
              ? 'They were not burnt in yet.'
              : 'They are those of the present copy; change them and make a new one.'}{' '}
            Waymark keeps where they stand, on this computer alone.
          </Text>
          <Button
            mt="xs"
            size="compact-sm"
            variant="default"
            disabled={burning.running || now.marks.length + now.declined.length === 0}
            onClick={() => {
              change(() => noMarks);
              setSelected(null);
            }}
          >
            Start without marks
          </Button>
        </Note>
      )}
      <div className={classes.columns} inert={burning.running}>
        <PageView
          portfolioId={portfolioId}
          file={file}
          page={page}
          onTurn={turn}
          overlay={(at) =>
            preview ? (
              <div className={layer.layer}>
                {now.marks
                  .filter((mark) => mark.page === at.page)
                  .map(({ id: mark, x, y, width, height }) => (
                    <div
                      key={mark}
                      className={layer.burnt}
                      style={{
                        left: x * at.scale,
                        top: y * at.scale,
                        width: width * at.scale,
                        height: height * at.scale,
                      }}
                    />
                  ))}
              </div>
            ) : (
              <MarkLayer
                place={at}
                marks={now.marks.filter((mark) => mark.page === at.page)}
                suggestions={open.filter((one) => one.page === at.page)}
                selected={selected}
                wantsFocus={wantsFocus}
                onFocused={() => setWantsFocus(false)}
                onPlace={setPlace}
                onDraw={add}
                onSelect={setSelected}
                onBox={setBox}
                onRemove={(mark) => remove([mark])}
                onAccept={(suggestion) => acts.onMark([suggestion])}
                onLeave={(mark) => document.getElementById(markRowId(mark.id))?.focus()}
              />
            )
          }
        />
        <Stack gap="md" className={classes.rail ?? ''}>
          <SuggestionsPanel
            check={check}
            result={result}
            suggestions={suggestions}
            marking={now}
            acts={acts}
          />
          {kind === 'pdf' ? <WordsPanel search={search} /> : null}
          <MarksPanel
            marks={now.marks}
            page={page}
            selected={selected}
            place={place?.page === page ? place : null}
            isPicture={kind === 'picture'}
            onAdd={addInMiddle}
            onShow={show}
            onBox={setBox}
            onRemove={remove}
          />
          <HiddenPanel portfolioId={portfolioId} hash={file.hash} marks={[]} kind={kind} />
        </Stack>
      </div>
      <JobProgress
        watched={burning.watched}
        label="Making the redacted copy"
        unit="page"
        onRetry={() => burning.start(areasToBurn(now))}
      />
      {burning.running ? null : (
        <BurnBar
          kind={kind}
          marking={marking}
          undecided={undecided}
          checking={check.running}
          preview={preview}
          onPreview={setPreview}
          onBurn={() => {
            void marking.flush();
            burning.start(areasToBurn(now));
          }}
        />
      )}
    </div>
  );
}

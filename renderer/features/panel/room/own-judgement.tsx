import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconCheck, IconLock, IconLockOpen } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { notJudgingWords } from '#renderer/text/panel-words.ts';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { MemberStanding } from '#shared/domain/panel/members.ts';
import { Interest } from './interest.tsx';
import { Levels } from './levels.tsx';
import { noLine, type OwnLine } from './own-draft.ts';
import classes from './room.module.css';
import type { OwnSheet } from './use-own-sheet.ts';

export const withLine = (own: OwnSheet, code: string, change: Partial<OwnLine>) =>
  own.change((draft) => ({
    ...draft,
    lines: new Map(draft.lines).set(code, { ...(draft.lines.get(code) ?? noLine), ...change }),
  }));

function savingWords({ saving, finished }: OwnSheet): string {
  if (saving.is === 'failed') return `Not saved. ${wordsFor(saving.fault).what}.`;
  if (saving.is === 'saving') return 'Saving';
  if (finished) return 'Finished: this is your view.';
  return saving.is === 'saved' ? 'Saved' : '';
}

/** A member's own judgement of one capability. Nobody else sees it before the panel compares. */
export function OwnJudgement(props: {
  readonly own: OwnSheet;
  readonly standing: MemberStanding;
  readonly code: string;
  readonly reasonRef: RefObject<HTMLTextAreaElement | null>;
}) {
  const { own, standing, code, reasonRef } = props;
  const line = own.draft.lines.get(code) ?? noLine;
  if (standing.not === 'role' || standing.not === 'doctor')
    return <Text size="sm">{notJudgingWords[standing.not]}.</Text>;
  if (own.draft.interest === null) return <Interest own={own} />;
  if (own.draft.interest.kind === 'conflict')
    return (
      <>
        <Text size="sm">You declared a conflict of interest, so you do not judge this doctor.</Text>
        <EndBar own={own} />
      </>
    );
  return (
    <>
      <Levels
        label={`Your own judgement of ${code}`}
        value={line.level}
        disabled={!own.open}
        onChange={(level) => withLine(own, code, { level })}
      />
      <div className={classes.reasons}>
        <Textarea
          ref={reasonRef}
          label={`Reason for ${code}`}
          description={
            line.level !== null && line.reason.trim() === '' ? 'Kept once there is a reason.' : undefined
          }
          autosize
          minRows={2}
          maxRows={5}
          maxLength={4000}
          disabled={!own.open}
          value={line.reason}
          onChange={({ currentTarget }) => withLine(own, code, { reason: currentTarget.value })}
        />
        <Textarea
          label="Progress needed (may stay empty)"
          autosize
          minRows={2}
          maxRows={5}
          maxLength={4000}
          disabled={!own.open}
          value={line.progressNeeded}
          onChange={({ currentTarget }) => withLine(own, code, { progressNeeded: currentTarget.value })}
        />
      </div>
      <EndBar own={own} />
    </>
  );
}

/** How saving went, and saying that this is one's view. */
export function EndBar({ own }: { readonly own: OwnSheet }) {
  const words = own.fault === null ? undefined : wordsFor(own.fault);
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" role="status">
        <IconLock size={14} aria-hidden /> Yours alone until the panel compares. {savingWords(own)}
      </Text>
      {words === undefined ? null : (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {words.what}. {words.next}
        </Text>
      )}
      {own.finished ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLockOpen size={16} aria-hidden />}
          onClick={own.reopen}
        >
          Open my sheet again
        </Button>
      ) : (
        <Button size="xs" leftSection={<IconCheck size={16} aria-hidden />} onClick={own.finish}>
          Finish my sheet
        </Button>
      )}
    </Group>
  );
}

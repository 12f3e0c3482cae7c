import type { SheetWriting } from '#shared/contract/panel.ts';
import type { JudgementLevel } from '#shared/domain/review.ts';
import type { Sheet } from '#shared/domain/review-process/sheet.ts';

/** What stands in the fields of one capability; it can be kept once it has a level and a reason. */
export type OwnLine = {
  readonly level: JudgementLevel | null;
  readonly reason: string;
  readonly progressNeeded: string;
};

/** What a member has on the screen. Notes by capability; those on the whole review under an empty code. */
export type OwnDraft = {
  readonly interest: SheetWriting['interest'];
  readonly lines: ReadonlyMap<string, OwnLine>;
  readonly notes: ReadonlyMap<string, string>;
};

export const noLine: OwnLine = { level: null, reason: '', progressNeeded: '' };

export function draftOf(sheet: Sheet | null): OwnDraft {
  const interest = sheet?.interest ?? null;
  return {
    interest: interest === null ? null : { kind: interest.kind, text: interest.text },
    lines: new Map(
      sheet?.judgements.map(({ capability, level, reason, progressNeeded = '' }) => [
        capability,
        { level, reason, progressNeeded },
      ]),
    ),
    notes: new Map(sheet?.notes.map(({ capability, text }) => [capability ?? '', text])),
  };
}

export type OwnState = 'none' | 'begun' | 'judged';

export function stateOfLine(line: OwnLine | undefined): OwnState {
  if (line === undefined) return 'none';
  const { level, reason, progressNeeded } = line;
  if (level !== null && reason.trim() !== '') return 'judged';
  return level === null && `${reason}${progressNeeded}`.trim() === '' ? 'none' : 'begun';
}

/** What of it can be kept now; what is only begun stays on the screen. */
export function writingOf({ interest, lines, notes }: OwnDraft): SheetWriting {
  return {
    interest,
    judgements:
      interest?.kind === 'conflict'
        ? []
        : [...lines].flatMap(([capability, line]) => {
            const { level, reason, progressNeeded } = line;
            if (level === null || stateOfLine(line) !== 'judged') return [];
            const needed = progressNeeded.trim();
            return [{ capability, level, reason, ...(needed === '' ? {} : { progressNeeded: needed }) }];
          }),
    notes: [...notes].flatMap(([code, text]) =>
      text.trim() === '' ? [] : [{ capability: code === '' ? null : code, text }],
    ),
  };
}

import { ukDate } from '#shared/domain/dates.ts';
import type { ProcessView } from '#shared/domain/review-process/view.ts';

type Remark = ProcessView['remarks'][number];

function wordsOf(remark: Remark): string {
  switch (remark.kind) {
    case 'clock-ahead':
      return `Dated ${ukDate(remark.on)}, which is after today here: that computer’s clock may be wrong. The order of the steps does not depend on it.`;
    case 'clock-before':
      return 'Dated before the step it comes after: the clocks of two computers disagree. The order of the steps does not depend on them.';
    case 'late':
      return `Late: the last day was ${ukDate(remark.by)}.`;
    case 'written-meanwhile':
      return 'Taken back on one computer while the panel was writing on another. What it wrote is kept; it goes on when the doctor hands in again.';
    case 'signed-meanwhile':
      return 'The chair signed on another computer meanwhile. The signature stands.';
  }
}

/** What is to be said of each step, by its id; under `null` what is about none of them. */
export function remarksByStep(remarks: readonly Remark[]): ReadonlyMap<string | null, readonly string[]> {
  const found = new Map<string | null, string[]>();
  for (const remark of remarks) {
    const words = found.get(remark.step);
    if (words === undefined) found.set(remark.step, [wordsOf(remark)]);
    else words.push(wordsOf(remark));
  }
  return found;
}

const fullStop = 'Nothing more can be done with this review until that is put right.';

/** Why the steps that are here cannot be relied on. */
export const brokenWords: Record<NonNullable<ProcessView['broken']>['why'], string> = {
  'missing-step': `A step is missing between those that are here. ${fullStop}`,
  'illegal-step': `A step is here that cannot follow from the one before it, or was not for whoever took it. It and what comes after it are not counted. ${fullStop}`,
  'no-submission': `Something was written or signed though nothing was ever handed in. ${fullStop}`,
  'no-rules':
    'There are steps for this review, which was planned with an earlier Waymark and knows none. They are not counted.',
};

import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { Expectation, GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { NextStep } from '#shared/domain/next-steps/next-steps.ts';
import { count } from './format.ts';
import { gapSentence } from './gap-sentence.ts';

export type NextStepWords = {
  /** What it is about: a capability, or the whole portfolio. */
  readonly about: string;
  /** What is missing, as one sentence. */
  readonly what: string;
  /** What would close it. */
  readonly close: string;
  /** The rule it comes from, where it comes from one. */
  readonly rule: Expectation | null;
};

const closing: Readonly<Record<NonNullable<NextStep['gap']>['kind'], string>> = {
  'no-evidence': 'Add the first piece, or link something you have.',
  'too-few': 'Add what you have done, or link something you have.',
  'too-old': 'What is there is too old by the target date: add something newer of the same kind.',
  'few-kinds': 'Add evidence of another kind than what is there.',
  unverified: 'Ask for what is there to be confirmed.',
  'not-yet': 'Its period has not begun.',
};

const resultOf = (map: CoverageMap, { capability, gap }: NextStep) =>
  (capability === null
    ? map.whole
    : map.capabilities.find(({ code }) => code === capability)?.expectations
  )?.find(({ expectation }) => expectation.id === gap?.expectationId);

/** A suggestion in plain words. */
export function nextStepWords(pack: GuidancePack, map: CoverageMap, step: NextStep): NextStepWords {
  const { capability, items, kind } = step;
  const known = pack.capabilities.find(({ code }) => code === capability);
  const about = known === undefined ? 'The whole portfolio' : `${known.code} ${known.title}`;
  const some = (one: string, many: string) => count(items, one, many);
  if (kind === 'gap' && step.gap !== null) {
    const result = resultOf(map, step);
    return {
      about,
      what: gapSentence(step.gap, result, pack),
      close: closing[step.gap.kind],
      rule: result?.expectation ?? null,
    };
  }
  const plain: Readonly<Record<Exclude<NextStep['kind'], 'gap'>, readonly [what: string, close: string]>> = {
    actions: [
      `${some('action is', 'actions are')} overdue${step.on === null ? '' : `, since ${ukDate(step.on)}`}`,
      'Close it with what shows that it was done, or carry it over and say why.',
    ],
    expiring: [
      `${some('item counts', 'items count')} today and will be too old by ${ukDate(map.targetDate)}`,
      `The first falls out of the window on ${ukDate(step.on ?? map.targetDate)}. Add newer evidence, or submit before.`,
    ],
    unverified: [
      `${some('item that counts is', 'items that count are')} not verified`,
      'Ask a supervisor of the hospital where it happened to confirm it.',
    ],
    unanonymised: [
      `${some('item that counts has', 'items that count have')} files nobody has looked through`,
      'Look through every page for patients and colleagues, then mark it anonymised.',
    ],
    drafts: [`${some('draft is', 'drafts are')} not finished`, 'Finish it, and it counts.'],
    unlinked: [
      `${some('item is', 'items are')} linked to no capability`,
      'Link it to what it shows: a panel that goes by capability does not see it.',
    ],
  };
  const [what, close] = plain[kind === 'gap' ? 'drafts' : kind];
  return { about, what, close, rule: null };
}

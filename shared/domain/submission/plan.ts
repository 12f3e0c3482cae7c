import type { EveryRule } from '../application-rules.ts';
import type { EvidenceItem } from '../evidence.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import { anonymisationOf } from '../identifiers/anonymisation.ts';
import { summaryOf } from '../identifiers/summary.ts';
import { arrange, type FactsOf } from './arrange.ts';
import type { Placement } from './placement.ts';
import type { PlannedSection, SubmissionPlan } from './plan-types.ts';
import { problemsOf, type StandingOf } from './problems.ts';
import { type Belonging, belongingOf, type SetSection, sectionsOf, unplacedSection } from './sections.ts';

export type SetRules = Pick<EveryRule, 'sections' | 'budget' | 'notVerified' | 'authenticated'>;

export type PlanInput = {
  readonly rules: SetRules;
  readonly items: Iterable<EvidenceItem>;
  /** By the item's id. */
  readonly placements: ReadonlyMap<string, Placement>;
  readonly facts: FactsOf;
  readonly standing: StandingOf;
};

function totalsOf(sections: readonly PlannedSection[]): SubmissionPlan['totals'] {
  const files = sections.flatMap(({ documents }) => documents.flatMap((document) => document.files));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const joined = sections.map(({ documents }) => {
    const all = documents.flatMap((document) => document.files);
    const beside = all.filter(({ joins }) => !joins).length;
    return beside + (beside < all.length ? 1 : 0);
  });
  return {
    items: sum(sections.map(({ documents }) => documents.length)),
    files: files.length,
    bytes: sum(files.map(({ size }) => size)),
    uploads: { separate: files.length, joined: sum(joined) },
    pages: sum(files.map(({ pages }) => pages ?? 0)),
    pagesUnknown: files.filter(({ pages, joins }) => joins && pages === null).length,
  };
}

/**
 * A set for handing over: sections, documents, references, totals and everything worth saying. Drafts and what is in the
 * trash are not in it; nothing is refused.
 * @param belongs where an item lives; undefined: it is no part of this set
 */
export function planSet(
  input: PlanInput,
  sections: readonly SetSection[],
  belongs: (item: EvidenceItem) => Belonging | undefined,
): SubmissionPlan {
  const { rules, placements, facts, standing } = input;
  const present = [...input.items].filter(({ trashedAt }) => trashedAt === null);
  const drafts = present.filter((item) => item.draft === true && belongs(item) !== undefined);
  const placed = present
    .filter(({ draft }) => draft !== true)
    .flatMap((item) => {
      const belonging = belongs(item);
      return belonging === undefined ? [] : [{ item, belongs: belonging }];
    });
  const isOut = ({ item }: (typeof placed)[number]) => placements.get(item.id)?.leftOut === true;
  const inside = placed.filter((one) => !isOut(one));
  const leftOut = placed.filter(isOut).map(({ item }) => ({ itemId: item.id, title: item.title }));
  const all = arrange([...sections, unplacedSection], inside, placements, facts);
  // The place for what has none is shown only where something is in it.
  const shown = all.filter(({ kind, documents }) => kind !== 'unplaced' || documents.length > 0);
  const totals = totalsOf(shown);
  const { documents, pagesFrom, pagesTo, note, certainty, source } = rules.budget;
  const budget = { documents, pagesFrom, pagesTo, note, certainty, source };
  const problems = problemsOf({
    items: inside.map(({ item }) => item),
    drafts,
    sections: shown,
    leftOut,
    totals,
    budget,
    rules,
    standing,
  });
  const identifiers = summaryOf(inside.map(({ item }) => [item, standing(item.id)] as const));
  const notNeeded = inside
    .filter(({ item }) => anonymisationOf(item) === 'not-needed')
    .map(({ item }) => ({ itemId: item.id, title: item.title }));
  return { sections: shown, made: [], leftOut, totals, budget, identifiers, notNeeded, problems };
}

/** The set for an application to the GMC, in the order of the pack's sections. */
export function planSubmission(
  input: PlanInput & { readonly pack: Pick<GuidancePack, 'capabilities'> },
): SubmissionPlan {
  const sections = sectionsOf(input.pack, input.rules.sections);
  return planSet(input, sections, (item) =>
    belongingOf(item, sections, input.rules.sections, input.placements.get(item.id)),
  );
}

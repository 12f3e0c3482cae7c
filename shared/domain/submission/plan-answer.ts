import { type PlanInput, planSet } from './plan.ts';
import type { SubmissionPlan } from './plan-types.ts';
import { inLetterOrder, type Recommendation } from './recommendation.ts';
import type { SetSection } from './sections.ts';

const sectionIdOf = (recommendation: Recommendation) => `recommendation/${recommendation.id}`;

/**
 * The set for a review: evidence is organised by recommendation, not by outcome (GMC, "Asking for a review"). An item
 * lives under the first recommendation it answers, or the one somebody chose; the others point to it.
 */
export function planAnswer(
  input: PlanInput & { readonly recommendations: Iterable<Recommendation> },
): SubmissionPlan {
  const recommendations = [...input.recommendations].toSorted(inLetterOrder);
  const sections = recommendations.map(
    (recommendation, at): SetSection => ({
      id: sectionIdOf(recommendation),
      kind: 'recommendation',
      code: `R${at + 1}`,
      label: `Recommendation ${at + 1}`,
      title: recommendation.title,
    }),
  );
  const answers = new Map<string, string[]>();
  for (const recommendation of recommendations) {
    for (const id of recommendation.items) {
      const known = answers.get(id) ?? [];
      answers.set(id, [...known, sectionIdOf(recommendation)]);
    }
  }
  return planSet(input, sections, (item) => {
    const [home, ...also] = answers.get(item.id) ?? [];
    if (home === undefined) return undefined;
    const chosen = input.placements.get(item.id)?.section;
    const lives = chosen != null && [home, ...also].includes(chosen) ? chosen : home;
    return {
      home: lives,
      why: lives === chosen ? 'chosen' : 'link',
      also: [home, ...also].filter((id) => id !== lives).map((section) => ({ section, pages: '' })),
    };
  });
}

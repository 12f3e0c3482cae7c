import type { EveryRule } from '../application-rules.ts';
import type { EvidenceItem } from '../evidence.ts';
import { anonymisationOf } from '../identifiers/anonymisation.ts';
import type { ItemStanding } from '../identifiers/summary.ts';
import type { PlannedDocument, PlannedSection, SubmissionPlan } from './plan-types.ts';
import { type Problem, problemKinds } from './problem-kinds.ts';

/** What the identifier check knows of an item. */
export type StandingOf = (itemId: string) => ItemStanding | undefined;

type Types = Pick<EveryRule, 'notVerified' | 'authenticated'>;

const has = (types: readonly string[], item: EvidenceItem) => types.includes(item.type);

/** Whether the rules ask for somebody at the place of work to confirm it. Qualifications are certified instead. */
export const wantsVerifying = (item: EvidenceItem, { notVerified, authenticated }: Types): boolean =>
  item.notNeeded?.includes('verified') !== true &&
  !has(notVerified.types, item) &&
  !has(authenticated.types, item);

/** What the identifier check has to say, the item's own words first, then file by file. */
function ofCheck(
  { id, title }: EvidenceItem,
  document: PlannedDocument,
  standing: ItemStanding | undefined,
): readonly Problem[] {
  if (standing === undefined) return [];
  const names = new Map(document.files.map(({ hash, was }) => [hash, was]));
  const words: readonly Problem[] =
    standing.openInWords > 0
      ? [{ kind: 'open-hits', itemId: id, about: title, count: standing.openInWords }]
      : [];
  return [
    ...words,
    ...standing.files.flatMap(({ file, state, open }): readonly Problem[] => {
      const about = `${title}: ${names.get(file) ?? ''}`;
      if (open > 0) return [{ kind: 'open-hits', itemId: id, about, count: open }];
      if (state === 'unchecked') return [{ kind: 'not-checked', itemId: id, about, count: null }];
      return state === 'no-text' ? [{ kind: 'no-words', itemId: id, about, count: null }] : [];
    }),
  ];
}

function ofMarks(item: EvidenceItem, rules: Types): readonly Problem[] {
  const found: Problem[] = [];
  const say = (kind: Problem['kind']) =>
    found.push({ kind, itemId: item.id, about: item.title, count: null });
  const needs = (mark: 'authenticated' | 'translated') => item.notNeeded?.includes(mark) !== true;
  const anonymised = anonymisationOf(item);
  if (item.attachments.length > 0) {
    if (anonymised === 'none') say('not-anonymised');
    if (anonymised === 'stale') say('anonymised-stale');
  }
  if (item.verification === null && wantsVerifying(item, rules)) say('not-verified');
  if (has(rules.authenticated.types, item)) {
    if (item.authenticated === undefined && needs('authenticated')) say('not-authenticated');
    if (item.translated === undefined && needs('translated')) say('translation-unsaid');
  }
  // The translation goes up with the original, not instead of it.
  if (item.translated !== undefined && item.attachments.length < 2) say('translation-alone');
  return found;
}

function ofFiles({ itemId, files, title }: PlannedDocument): readonly Problem[] {
  const kinds = {
    encrypted: 'encrypted-file',
    malformed: 'malformed-file',
    missing: 'missing-file',
  } as const;
  if (files.length === 0) return [{ kind: 'no-files', itemId, about: title, count: null }];
  return files.flatMap(({ state, was }): readonly Problem[] =>
    state === 'unread' || state === 'read' ? [] : [{ kind: kinds[state], itemId, about: was, count: null }],
  );
}

/** Files that would go up twice: the guidance wants them once, and references from everywhere else. */
function twice(documents: readonly PlannedDocument[]): readonly Problem[] {
  const first = new Map<string, string>();
  return documents.flatMap(({ itemId, files }) =>
    files.flatMap(({ hash, was }): readonly Problem[] => {
      const other = first.get(hash);
      first.set(hash, other ?? itemId);
      return other === undefined ? [] : [{ kind: 'same-file', itemId, about: was, count: null }];
    }),
  );
}

function ofBudget({ totals, budget }: Pick<SubmissionPlan, 'totals' | 'budget'>): readonly Problem[] {
  const found: Problem[] = [];
  const say = (kind: Problem['kind'], count: number) => found.push({ kind, itemId: null, about: '', count });
  if (totals.uploads.separate > budget.documents) say('over-documents', totals.uploads.separate);
  if (totals.pages > budget.pagesTo) say('over-pages', totals.pages);
  if (totals.pagesUnknown > 0) say('pages-unknown', totals.pagesUnknown);
  return found;
}

/** Everything there is to say about a set, most pressing first; within a kind in the order of the set. */
export function problemsOf(input: {
  readonly items: readonly EvidenceItem[];
  readonly drafts: readonly EvidenceItem[];
  readonly sections: readonly PlannedSection[];
  readonly leftOut: SubmissionPlan['leftOut'];
  readonly totals: SubmissionPlan['totals'];
  readonly budget: SubmissionPlan['budget'];
  readonly rules: Types;
  readonly standing: StandingOf;
}): readonly Problem[] {
  const { items, drafts, sections, leftOut, totals, budget, rules, standing } = input;
  const byId = new Map(items.map((item) => [item.id, item]));
  const documents = sections.flatMap((section) => section.documents);
  const found: readonly Problem[] = [
    ...documents.flatMap((document) => {
      const item = byId.get(document.itemId);
      const placed: readonly Problem[] =
        document.why === 'none'
          ? [{ kind: 'unplaced', itemId: document.itemId, about: document.title, count: null }]
          : [];
      return [
        ...placed,
        ...ofFiles(document),
        ...(item === undefined
          ? []
          : [...ofCheck(item, document, standing(item.id)), ...ofMarks(item, rules)]),
      ];
    }),
    ...twice(documents),
    ...drafts.map(({ id, title }) => ({ kind: 'draft' as const, itemId: id, about: title, count: null })),
    ...sections
      .filter(
        (section) =>
          section.kind !== 'unplaced' &&
          section.references.length === 0 &&
          !section.documents.some(({ number }) => number !== null),
      )
      .map(({ label }) => ({ kind: 'empty-section' as const, itemId: null, about: label, count: null })),
    ...ofBudget({ totals, budget }),
    ...leftOut.map(({ itemId, title }) => ({ kind: 'left-out' as const, itemId, about: title, count: null })),
  ];
  const rank = new Map(problemKinds.map((kind, at) => [kind, at]));
  return found.toSorted((a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0));
}

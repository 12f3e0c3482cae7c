import { z } from 'zod';
import { isoDateSchema } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import { idSchema } from '../ids.ts';
import { type PostWish, postWishSchema } from './cv.ts';
import { daysIn } from './days.ts';
import { disagreementKinds, disagreementsOf } from './disagreements.ts';
import { gapsOf, type Life } from './gaps.ts';
import { openEnds, overlapsOf } from './overlaps.ts';
import { newestPostFirst, type Post } from './post.ts';

/** What is worth a look in a CV, most pressing first. None of it stops anybody. */
export const findingKinds = [
  'gap',
  ...disagreementKinds,
  'end-missing',
  'over-full-time',
  'overlap',
  'break-without-reason',
  'no-primary-qualification',
  'missing',
  'not-proved',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** The rules findings come from. */
export const findingRules = ['gap', 'cv', 'overlap'] as const;
export type FindingRule = (typeof findingRules)[number];
export const ruleOfFinding = (kind: FindingKind): FindingRule => {
  if (kind === 'gap' || kind === 'break-without-reason') return 'gap';
  return kind === 'over-full-time' || kind === 'overlap' ? 'overlap' : 'cv';
};

export const cvFindingSchema = z.strictObject({
  /** The same for the same finding of the same records. */
  key: z.string(),
  kind: z.enum(findingKinds),
  rule: z.enum(findingRules),
  /** The posts it is about: of a gap, those before and after it. */
  posts: z.array(idSchema).readonly(),
  /** The evidence that says otherwise. */
  evidence: idSchema.nullable(),
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable(),
  days: z.number().int().nullable(),
  percent: z.number().nullable(),
  /** What the post says and what the evidence says; dates as they are kept, empty for no end. */
  says: z.strictObject({ post: z.string(), evidence: z.string() }).nullable(),
  missing: z.array(postWishSchema).readonly(),
});
export type CvFinding = Readonly<z.output<typeof cvFindingSchema>>;

export type CvRules = {
  readonly gap: { readonly days: number };
  readonly overlap: { readonly percent: number };
  readonly cv: { readonly posts: readonly PostWish[] };
};

type Said = Partial<Omit<CvFinding, 'kind' | 'rule' | 'key'>>;

function finding(kind: FindingKind, said: Said): CvFinding {
  const whole = {
    posts: [],
    evidence: null,
    from: null,
    to: null,
    days: null,
    percent: null,
    says: null,
    missing: [],
    ...said,
  };
  const { posts, evidence, from, to } = whole;
  const key = [kind, ...posts, evidence ?? '', from ?? '', to ?? ''].join('|');
  return { key, kind, rule: ruleOfFinding(kind), ...whole };
}

const named = (...ids: readonly (string | null)[]): readonly string[] => ids.filter((id) => id !== null);

const said: Readonly<Record<PostWish, (post: Post) => boolean>> = {
  dates: () => true, // the record itself does not do without
  'whole-time': ({ wholeTime }) => wholeTime !== null,
  institution: ({ institution }) => institution !== '',
  place: ({ place }) => place !== '',
  supervisor: ({ supervisor }) => supervisor !== '',
  duties: ({ duties }) => duties !== '',
  supervision: ({ supervision }) => supervision !== '',
};

function gapFindings(life: Life, { gap: { days } }: CvRules): readonly CvFinding[] {
  return gapsOf(life).flatMap((gap) => {
    if (gap.days <= days) return [];
    const posts = named(gap.before, gap.after);
    const [first] = gap.open;
    const last = gap.open.at(-1);
    const found: CvFinding[] = [];
    if (gap.openDays > days && first !== undefined && last !== undefined)
      found.push(finding('gap', { posts, from: first.from, to: last.to, days: gap.openDays }));
    for (const { from, to, reason, by } of gap.explained)
      if (by === 'break' && reason === '')
        found.push(finding('break-without-reason', { posts, from, to, days: daysIn({ from, to }) }));
    return found;
  });
}

function overlapFindings({ posts, today }: Life, rules: CvRules): readonly CvFinding[] {
  return [
    ...openEnds(posts, today).map(({ post, next, nextFrom, percent }) =>
      finding('end-missing', { posts: [post, next], from: nextFrom, percent }),
    ),
    ...overlapsOf(posts, today).map(({ posts: held, from, to, days, percent }) =>
      finding(percent !== null && percent > rules.overlap.percent ? 'over-full-time' : 'overlap', {
        posts: held,
        from,
        to,
        days,
        percent,
      }),
    ),
  ];
}

function evidenceFindings(
  post: Post,
  items: ReadonlyMap<string, EvidenceItem>,
  today: string,
): readonly CvFinding[] {
  const proofs = post.evidence.flatMap((id) => {
    const item = items.get(id);
    return item === undefined || item.trashedAt !== null || item.draft === true ? [] : [item];
  });
  if (proofs.length === 0) return [finding('not-proved', { posts: [post.id] })];
  return disagreementsOf(
    post,
    proofs.filter(({ type }) => type === 'post'),
    today,
  ).map(({ kind, evidence, says }) => finding(kind, { posts: [post.id], evidence, says }));
}

/**
 * Holds posts against the days since the primary qualification, against each other, against their evidence, and against
 * what a CV asks of each. The order in which posts are given makes no difference.
 */
export function cvFindings(
  life: Life,
  items: ReadonlyMap<string, EvidenceItem>,
  rules: CvRules,
): readonly CvFinding[] {
  const posts = life.posts.toSorted(newestPostFirst);
  const found = [
    ...gapFindings(life, rules),
    ...overlapFindings(life, rules),
    ...(life.since === null && posts.length > 0 ? [finding('no-primary-qualification', {})] : []),
    ...posts.flatMap((post) => evidenceFindings(post, items, life.today)),
    ...posts.flatMap((post) => {
      const missing = rules.cv.posts.filter((wish) => !said[wish](post));
      return missing.length === 0 ? [] : [finding('missing', { posts: [post.id], missing })];
    }),
  ];
  const rank = new Map(findingKinds.map((kind, at) => [kind, at]));
  // Within a kind the newest first; sorting keeps the rest in the order it was found.
  return found.toSorted(
    (a, b) =>
      (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) ||
      ((a.from ?? '') < (b.from ?? '') ? 1 : (a.from ?? '') > (b.from ?? '') ? -1 : 0),
  );
}

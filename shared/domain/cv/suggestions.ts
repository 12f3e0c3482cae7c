import { z } from 'zod';
import type { EvidenceItem } from '../evidence.ts';
import { idSchema } from '../ids.ts';
import { placeKey } from '../registers/institutions.ts';
import { mostEvidenceOfPost, type Post, type PostInput, postInputSchema } from './post.ts';

/** Employment evidence no post points to: a post it may prove, or the post it would make. Applied by nobody but its owner. */
export const postSuggestionSchema = z.strictObject({
  evidence: idSchema,
  title: z.string(),
  /** The post it seems to be about; null: a new one. */
  joins: idSchema.nullable(),
  post: postInputSchema,
});
export type PostSuggestion = Readonly<z.output<typeof postSuggestionSchema>>;

const textOf = ({ details }: EvidenceItem, id: string): string => {
  const answer = Object.hasOwn(details, id) ? details[id] : undefined;
  return typeof answer === 'string' ? answer : '';
};
const cut = (text: string, most: number) => [...text.replaceAll(/\s+/g, ' ').trim()].slice(0, most).join('');

/** The post an item tells of, as far as it does. */
export function postFrom(item: EvidenceItem): PostInput {
  const percent = Object.hasOwn(item.details, 'wholeTime') ? item.details.wholeTime : undefined;
  return {
    title: cut(textOf(item, 'postTitle'), 200) || cut(item.title, 200),
    grade: '',
    specialty: '',
    institution: cut(textOf(item, 'employer') || item.place, 160),
    place: '',
    country: '',
    from: item.startedOn,
    to: item.endedOn,
    wholeTime: typeof percent === 'number' && percent >= 1 && percent <= 100 ? percent : null,
    supervisor: cut(textOf(item, 'supervisor'), 160),
    duties: textOf(item, 'duties').trim(),
    supervision: '',
    evidence: [item.id],
  };
}

/** Whether an item may be about a post: their days meet, and neither names an institution the other does not. */
function mayBeAbout(item: EvidenceItem, post: Post): boolean {
  const meets = item.startedOn <= (post.to ?? '9999-12-31') && (item.endedOn ?? '9999-12-31') >= post.from;
  if (!meets || post.evidence.length >= mostEvidenceOfPost) return false;
  const places = [item.place, textOf(item, 'employer')].filter((name) => name !== '').map(placeKey);
  return places.length === 0 || post.institution === '' || places.includes(placeKey(post.institution));
}

/** What employment evidence suggests, newest first. Drafts and what is in the trash suggest nothing. */
export function postSuggestions(
  posts: readonly Post[],
  items: Iterable<EvidenceItem>,
): readonly PostSuggestion[] {
  const used = new Set(posts.flatMap(({ evidence }) => evidence));
  return [...items]
    .filter(
      ({ id, type, trashedAt, draft }) =>
        type === 'post' && trashedAt === null && draft !== true && !used.has(id),
    )
    .toSorted((a, b) =>
      a.startedOn < b.startedOn ? 1 : a.startedOn > b.startedOn ? -1 : a.id < b.id ? -1 : 1,
    )
    .map((item) => {
      const near = posts
        .filter((post) => mayBeAbout(item, post))
        .toSorted(
          (a, b) =>
            Number(b.from === item.startedOn) - Number(a.from === item.startedOn) || (a.id < b.id ? -1 : 1),
        );
      return { evidence: item.id, title: item.title, joins: near[0]?.id ?? null, post: postFrom(item) };
    });
}

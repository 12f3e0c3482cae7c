import type { IsoDate } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import { placeKey } from '../registers/institutions.ts';
import type { Post } from './post.ts';

export const disagreementKinds = [
  'starts-differ',
  'ends-differ',
  'title-differs',
  'institution-differs',
  'whole-time-differs',
] as const;
export type DisagreementKind = (typeof disagreementKinds)[number];

/** What a post and evidence of it say differently: dates as they are kept, an empty text for no end. */
export type Disagreement = {
  readonly kind: DisagreementKind;
  readonly post: string;
  readonly evidence: string;
  readonly says: { readonly post: string; readonly evidence: string };
};

const textOf = ({ details }: EvidenceItem, id: string): string => {
  const answer = Object.hasOwn(details, id) ? details[id] : undefined;
  return typeof answer === 'string' ? answer.trim() : '';
};
const numberOf = ({ details }: EvidenceItem, id: string): number | null => {
  const answer = Object.hasOwn(details, id) ? details[id] : undefined;
  return typeof answer === 'number' ? answer : null;
};

/** How a title reads when case, accents, marks and spaces are left aside. */
const titleKey = (title: string): string =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || title.trim();

const smallest = (a: EvidenceItem, b: EvidenceItem) =>
  a.startedOn < b.startedOn || (a.startedOn === b.startedOn && a.id < b.id) ? a : b;
const latest = (a: EvidenceItem, b: EvidenceItem) => {
  const [one, other] = [a.endedOn ?? '', b.endedOn ?? ''];
  return one > other || (one === other && a.id < b.id) ? a : b;
};

/** Several documents may each prove a part of a post: together they must say its first and its last day. */
function datesOf(post: Post, items: readonly EvidenceItem[], today: IsoDate): readonly Disagreement[] {
  const [some] = items;
  if (some === undefined) return [];
  const found: Disagreement[] = [];
  const first = items.reduce(smallest);
  if (first.startedOn !== post.from) {
    found.push({
      kind: 'starts-differ',
      post: post.id,
      evidence: first.id,
      says: { post: post.from, evidence: first.startedOn },
    });
  }
  const goesOn = items.some(({ endedOn }) => endedOn === null);
  const ended = items.filter(({ endedOn }) => endedOn !== null);
  const last = ended.length === 0 ? some : ended.reduce(latest);
  const end = last.endedOn;
  const differs = post.to === null ? !goesOn && end !== null && end < today : end === null || end !== post.to;
  if (differs) {
    found.push({
      kind: 'ends-differ',
      post: post.id,
      evidence: last.id,
      says: { post: post.to ?? '', evidence: end ?? '' },
    });
  }
  return found;
}

function saidBy(post: Post, item: EvidenceItem): readonly Disagreement[] {
  const found: Disagreement[] = [];
  const tell = (kind: DisagreementKind, ours: string, theirs: string) =>
    found.push({ kind, post: post.id, evidence: item.id, says: { post: ours, evidence: theirs } });
  const title = textOf(item, 'postTitle');
  if (title !== '' && titleKey(title) !== titleKey(post.title)) tell('title-differs', post.title, title);
  const places = [item.place.trim(), textOf(item, 'employer')].filter((name) => name !== '');
  if (
    post.institution !== '' &&
    places.length > 0 &&
    !places.some((name) => placeKey(name) === placeKey(post.institution))
  )
    tell('institution-differs', post.institution, places.join(', '));
  const percent = numberOf(item, 'wholeTime');
  if (percent !== null && post.wholeTime !== null && percent !== post.wholeTime)
    tell('whole-time-differs', `${post.wholeTime} %`, `${percent} %`);
  return found;
}

/**
 * What employment evidence says otherwise than the post it proves.
 * @param items evidence of the post that is of type `post`, without drafts and trash: letters have a date of their own
 */
export function disagreementsOf(
  post: Post,
  items: readonly EvidenceItem[],
  today: IsoDate,
): readonly Disagreement[] {
  return [...datesOf(post, items, today), ...items.flatMap((item) => saidBy(post, item))];
}

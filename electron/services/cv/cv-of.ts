import type { CvView } from '#shared/contract/cv.ts';
import { noCvDetails } from '#shared/domain/cv/cv.ts';
import { cvDocument } from '#shared/domain/cv/document.ts';
import { cvFindings } from '#shared/domain/cv/findings.ts';
import { gapsOf, type Life } from '#shared/domain/cv/gaps.ts';
import { newestPostFirst } from '#shared/domain/cv/post.ts';
import { cvLines, primaryDay } from '#shared/domain/cv/sections.ts';
import { postSuggestions } from '#shared/domain/cv/suggestions.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { type ApplicationGuide, applicationGuideOf } from '#shared/guidance/application.ts';
import { type OpenPortfolio, portfolioOf } from '../session.ts';

/** A letter from an employer proves a post as a contract does. */
const mayProve = ({ type, details, trashedAt }: EvidenceItem): boolean =>
  trashedAt === null && (type === 'post' || (type === 'reference' && details.kind === 'employment-letter'));

/** How the years were spent, as posts, breaks and the CV tell it. */
export function lifeOf({ store }: OpenPortfolio, today: IsoDate): Life {
  const portfolio = portfolioOf(store);
  const details = store.get('cvs', portfolio.id) ?? noCvDetails(portfolio.id, portfolio.createdAt);
  return {
    posts: [...store.all('posts').values()],
    breaks: portfolio.breaks ?? [],
    reasons: details.gaps,
    since: primaryDay(cvLines(details, store.all('evidence').values())),
    today,
  };
}

const ruleOf = (
  guide: ApplicationGuide,
  { note, certainty, source }: ApplicationGuide['cv' | 'gap' | 'cvAge' | 'overlap'],
) => ({
  note,
  certainty,
  source: guide.sourceOf(source)?.title ?? source,
});

/** The CV of a portfolio as it stands: no file is read. */
export function cvOf(open: OpenPortfolio, today: IsoDate, version: string): CvView {
  const { store, pack } = open;
  const { doctor, sample, id, createdAt } = portfolioOf(store);
  const guide = applicationGuideOf(pack);
  const items = store.all('evidence');
  const details = store.get('cvs', id) ?? noCvDetails(id, createdAt);
  const lines = cvLines(details, items.values());
  const life = lifeOf(open, today);
  const posts = life.posts.toSorted(newestPostFirst);
  const gaps = gapsOf(life).filter(({ days }) => days > guide.gap.days);
  const named = new Set(posts.flatMap(({ evidence }) => evidence));
  return {
    posts,
    details,
    lines,
    gaps: gaps.map(({ from, to, days, openDays, explained }) => ({ from, to, days, openDays, explained })),
    findings: cvFindings(life, items, guide),
    suggestions: postSuggestions(posts, items.values()),
    evidence: [...items.values()]
      .filter((item) => mayProve(item) || named.has(item.id))
      .map(({ id: itemId, title, type, startedOn, endedOn, draft }) => ({
        id: itemId,
        title,
        type,
        startedOn,
        endedOn,
        draft: draft === true,
      }))
      .sort((a, b) =>
        a.startedOn < b.startedOn ? 1 : a.startedOn > b.startedOn ? -1 : a.id < b.id ? -1 : 1,
      ),
    since: life.since,
    order: guide.cv.order,
    gapDays: guide.gap.days,
    rules: {
      gap: ruleOf(guide, guide.gap),
      cv: ruleOf(guide, guide.cv),
      cvAge: ruleOf(guide, guide.cvAge),
      overlap: ruleOf(guide, guide.overlap),
    },
    document: cvDocument({
      person: doctor.name,
      gmcNumber: doctor.gmcNumber,
      specialty: pack.specialty,
      on: today,
      sample,
      version,
      order: guide.cv.order,
      details,
      lines,
      posts,
      gaps,
      gapDays: guide.gap.days,
    }),
  };
}

import { type CvDetails, noCvDetails } from '#shared/domain/cv/cv.ts';
import type { Post } from '#shared/domain/cv/post.ts';
import { postFrom } from '#shared/domain/cv/suggestions.ts';
import { daysAfter, type IsoDate } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Change, PortfolioRecords, Ports } from '../ports.ts';

const said = {
  specialty: 'General internal medicine',
  place: 'Sampleton',
  country: 'UK',
  supervisor: 'Dr Sample Supervisor (invented)',
  supervision: 'Consultant on site by day, within reach at night',
};

/** The posts the sample's contracts prove, and a CV that explains the gaps between them. */
export function sampleCv(
  { newId }: Pick<Ports, 'newId'>,
  portfolioId: string,
  items: readonly EvidenceItem[],
  today: IsoDate,
): readonly Change<PortfolioRecords>[] {
  const contracts = items
    .filter(({ type, endedOn }) => type === 'post' && endedOn !== null)
    .sort((a, b) => (a.startedOn < b.startedOn ? -1 : 1));
  const posts = contracts.map((item): Post => {
    const from = postFrom(item);
    const goesOn = from.to !== null && from.to >= today;
    const { updatedAt, createdAt } = item;
    return { ...from, ...said, to: goesOn ? null : from.to, id: newId(), createdAt, updatedAt };
  });
  const at = `${today}T09:00:00.000Z`;
  const reasons = ['Moved to the UK and prepared for registration', 'Holiday between posts'];
  // What lay before the first post is left for the reader to find.
  const gaps = posts.slice(1).flatMap(({ from }, n) => {
    const before = posts[n]?.to;
    const reason = reasons[n];
    return before == null || reason === undefined
      ? []
      : [{ from: daysAfter(before, 1), to: daysAfter(from, -1), reason }];
  });
  const cv: CvDetails = {
    ...noCvDetails(portfolioId, at),
    contact: {
      address: '1 Sample Street\nSampleton',
      email: 'sample.doctor@example.org',
      phone: '01632 960000',
    },
    entries: [
      {
        id: newId(),
        section: 'memberships',
        title: 'Sample College of Physicians (invented)',
        detail: 'Member',
        on: null,
      },
      {
        id: newId(),
        section: 'awards',
        title: 'Sample prize for improving care',
        detail: 'Sample NHS Trust (invented)',
        on: daysAfter(today, -400),
      },
    ],
    gaps,
  };
  return [
    ...posts.map((value) => ({ collection: 'posts' as const, id: value.id, value })),
    { collection: 'cvs' as const, id: portfolioId, value: cv },
  ];
}

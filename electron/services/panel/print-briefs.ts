import type { IsoDate } from '#shared/domain/dates.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { briefBook } from '#shared/domain/panel/brief-book.ts';
import type { Brief } from '#shared/domain/panel/brief-model.ts';
import type { Review } from '#shared/domain/review.ts';
import { safeName } from '#shared/domain/safe-names.ts';
import { type JobTools, stopIfCancelled } from '../jobs.ts';
import type { Ports } from '../ports.ts';
import { once } from '../read-pdf.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { breathe } from '../slices.ts';
import { courseOf, handedIn } from './course.ts';
import { allReviews, heldOnDay } from './day.ts';
import { refuse } from './own-sheet.ts';
import { readingOf } from './room.ts';

type Needs = Pick<Ports, 'bindery' | 'clock' | 'outbox' | 'version'>;

async function kept(
  { bindery, outbox, version }: Needs,
  briefs: readonly Brief[],
  about: { readonly on: IsoDate; readonly name: string; readonly left: number },
  { progress, signal }: JobTools,
) {
  progress('briefs-pages', 0, 0);
  const pdf = await bindery.briefs(briefBook(briefs, { on: about.on, version }), signal);
  stopIfCancelled(signal);
  const name = safeName(about.name, 'Brief.pdf');
  const file = await outbox.keep({ name, mediaType: 'application/pdf', bytes: once(pdf) });
  return { fileId: file.id, name, size: file.size, left: about.left };
}

const briefFor = async (portfolio: OpenPortfolio, review: Review, today: IsoDate): Promise<Brief> => {
  const frozen = await handedIn(portfolio, courseOf(portfolio, review, today));
  return (await readingOf(portfolio, review, frozen)).brief;
};

/** The brief of one doctor into the outbox. Fails with PANEL_REFUSED where nothing was handed in. */
export function printBrief(
  ports: Needs,
  session: Session,
  { portfolio, review }: { readonly portfolio: OpenPortfolio; readonly review: Review },
): Id {
  const today = ports.clock.today();
  if (courseOf(portfolio, review, today).snapshot === undefined) throw refuse('not-handed-in');
  return session.jobs.start('panel.brief', async (tools) => {
    tools.progress('briefs', 0, 1);
    const brief = await briefFor(portfolio, review, today);
    const { name } = portfolioOf(portfolio.store).doctor;
    const about = { on: review.heldOn, name: `Brief ${name} ${review.heldOn}.pdf`, left: 0 };
    return kept(ports, [brief], about, tools);
  });
}

/** The briefs of a whole day as one file. Fails with NOT_FOUND on a day without reviews, PANEL_REFUSED where nobody handed in. */
export async function printDay(ports: Needs, session: Session, on: IsoDate): Promise<Id> {
  const today = ports.clock.today();
  const all = heldOnDay((await allReviews(session)).found, on);
  if (all.length === 0) throw failure('NOT_FOUND', { what: 'review' });
  const ready = all.filter(
    ({ portfolio, review }) => courseOf(portfolio, review, today).snapshot !== undefined,
  );
  if (ready.length === 0) throw refuse('not-handed-in');
  return session.jobs.start('panel.day-book', async (tools) => {
    const briefs: Brief[] = [];
    for (const [at, { portfolio, review }] of ready.entries()) {
      tools.progress('briefs', at, ready.length);
      briefs.push(await briefFor(portfolio, review, today));
      stopIfCancelled(tools.signal);
      await breathe();
    }
    const about = { on, name: `Panel day ${on}.pdf`, left: all.length - ready.length };
    return kept(ports, briefs, about, tools);
  });
}

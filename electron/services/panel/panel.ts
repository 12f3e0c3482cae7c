import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { counts, quorumOf, waitedFor } from '#shared/domain/panel/members.ts';
import { sideBySide } from '#shared/domain/panel/side-by-side.ts';
import type { PanelMember, Review } from '#shared/domain/review.ts';
import { type Sheet, sheetIdOf } from '#shared/domain/review-process/sheet.ts';
import { isSamePerson } from '#shared/domain/signature-places.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { courseOf, handedIn, type PanelCourse, sheetsFor, standingsFor } from './course.ts';
import { dayOf } from './day.ts';
import { refuse, refuseWriting, whyNotFinished, written } from './own-sheet.ts';
import { printBrief, printDay } from './print-briefs.ts';
import { evidenceUnder, handedInOf, readingOf } from './room.ts';
import { isHere, type Seat } from './seat.ts';

type At = { readonly portfolioId: Id; readonly id: Id };
type Opened = { readonly portfolio: OpenPortfolio; readonly review: Review; readonly course: PanelCourse };
type Needs = {
  readonly seat: Seat;
  readonly judge: Services['reviews']['judge'];
  /** Takes the step by which judgements are shown side by side, in the chair's name. */
  readonly takeCompare: (at: At, chair: PanelMember) => Promise<unknown>;
};

/** A panel's own work: what its members write for themselves, and how they come to agree. */
export function createPanelService(
  ports: Ports,
  session: Session,
  { seat, judge, takeCompare }: Needs,
): Services['panel'] {
  const open = async ({ portfolioId, id }: At): Promise<Opened> => {
    const portfolio = await session.portfolio(portfolioId);
    const review = portfolio.store.get('reviews', id);
    if (review === undefined) throw failure('NOT_FOUND', { what: 'review' });
    return { portfolio, review, course: courseOf(portfolio, review, ports.clock.today()) };
  };
  const memberOf = ({ panel }: Review, id: Id): PanelMember => {
    const member = panel.find((one) => one.id === id);
    if (member === undefined) throw failure('NOT_FOUND', { what: 'person' });
    return member;
  };
  const withDoctor = ({ store }: OpenPortfolio): boolean => {
    const owner = session.profile();
    return owner !== undefined && isSamePerson(owner, portfolioOf(store).doctor);
  };
  const sheetOf = ({ portfolio, course }: Opened, member: Id): Sheet | undefined =>
    portfolio.store.get('sheets', sheetIdOf(ports.hash, course.sheetsOf.id, member));

  /** Writes the sheet of whoever sits here, and of nobody else. */
  const change = async (
    at: At & { readonly member: Id },
    action: string,
    edit: (before: Sheet | undefined, opened: Opened, member: PanelMember) => Sheet,
  ): Promise<Sheet> => {
    const { portfolio } = await open(at);
    return portfolio.inTurn(async () => {
      const opened = await open(at);
      const member = memberOf(opened.review, at.member);
      if (!isHere(seat, opened.review, member.id)) throw refuse('not-here');
      if (opened.course.compared) throw refuse('compared');
      if (!opened.course.writing) throw refuse('not-open');
      const value = edit(sheetOf(opened, member.id), opened, member);
      await portfolio.store.commit(action, [{ collection: 'sheets', id: value.id, value }]);
      return value;
    });
  };
  const now = () => ports.clock.now().toISOString();

  /** Fails with PANEL_REFUSED unless the chair sits here. */
  const chairHere = (review: Review): PanelMember => {
    const member = seat.of(review);
    if (member === undefined) throw refuse('not-here');
    if (member.role !== 'chair') throw refuse('not-chair');
    return member;
  };

  return {
    day: ({ on }) => dayOf(ports, session, seat, on),
    room: async (at) => {
      const { portfolio, review, course } = await open(at);
      const frozen = await handedIn(portfolio, course);
      const standings = standingsFor(portfolio, review, course, frozen.report);
      return {
        review,
        writing: course.writing,
        compared: course.compared,
        here: seat.of(review)?.id ?? null,
        withDoctor: withDoctor(portfolio),
        standings,
        quorum: quorumOf(standings, review.rules?.quorum ?? 0),
        handedIn: handedInOf(frozen),
        ...(await readingOf(portfolio, review, frozen)),
      };
    },
    capability: async ({ code, offset, ...at }) => {
      const { portfolio, review, course } = await open(at);
      return evidenceUnder(portfolio, review, await handedIn(portfolio, course), { code, offset });
    },
    item: async ({ item, ...at }) => {
      const { portfolio, course } = await open(at);
      const found = (await handedIn(portfolio, course)).items.get(item);
      if (found === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
      return found;
    },
    printBrief: async (at) => ({ jobId: printBrief(ports, session, await open(at)) }),
    printDay: async ({ on }) => ({ jobId: await printDay(ports, session, on) }),
    sit: async ({ member, ...at }) => {
      const { portfolio, review } = await open(at);
      const person = member === null ? null : memberOf(review, member);
      if (person !== null && isSamePerson(person, portfolioOf(portfolio.store).doctor))
        throw refuse('is-doctor');
      seat.take(person === null ? null : { name: person.name, gmcNumber: person.gmcNumber });
      return {};
    },
    sheet: async ({ member, ...at }) => {
      const opened = await open(at);
      memberOf(opened.review, member);
      if (!isHere(seat, opened.review, member)) throw refuse('not-here');
      return { sheet: sheetOf(opened, member) ?? null };
    },
    save: ({ writing, ...at }) =>
      change(at, 'sheet.save', (before, { portfolio, course }, member) => {
        if (before !== undefined && before.doneAt !== null) throw refuse('finished');
        const { doctor } = portfolioOf(portfolio.store);
        refuseWriting(writing, { member, doctor, withDoctor: withDoctor(portfolio), pack: portfolio.pack });
        const review = course.sheetsOf.id;
        return written(before, writing, {
          id: sheetIdOf(ports.hash, review, member.id),
          review,
          member: member.id,
          at: now(),
          today: ports.clock.today(),
        });
      }),
    finish: (at) =>
      change(at, 'sheet.finish', (before, _opened, member) => {
        const why = whyNotFinished(member, before);
        if (before === undefined || why !== undefined) throw refuse(why ?? 'no-interest');
        return { ...before, doneAt: now(), updatedAt: now() };
      }),
    reopen: (at) =>
      change(at, 'sheet.reopen', (before) => {
        if (before === undefined) throw refuse('no-interest');
        return { ...before, doneAt: null, updatedAt: now() };
      }),
    compare: async ({ without, ...at }) => {
      const { portfolio, review, course } = await open(at);
      const chair = chairHere(review);
      if (course.compared) throw refuse('compared');
      const { report } = await handedIn(portfolio, course);
      const standings = standingsFor(portfolio, review, course, report);
      for (const id of without) memberOf(review, id);
      if (waitedFor(standings).some(({ member }) => !without.includes(member.id))) throw refuse('waiting');
      const { have, needed } = quorumOf(standings, review.rules?.quorum ?? 0);
      if (have < needed) throw refuse('quorum');
      await takeCompare(at, chair);
      return {};
    },
    sideBySide: async (at) => {
      const { portfolio, review, course } = await open(at);
      if (!course.compared) throw refuse('not-compared');
      if (seat.of(review) === undefined) throw refuse('not-here');
      const { report } = await handedIn(portfolio, course);
      return sideBySide(
        portfolio.pack.capabilities.map(({ code }) => code),
        standingsFor(portfolio, review, course, report),
        sheetsFor(portfolio, course),
      );
    },
    agree: async ({ judgement, ...at }) => {
      const { portfolio, review, course } = await open(at);
      chairHere(review);
      if (!course.compared) throw refuse('not-compared');
      const judging = new Set(
        standingsFor(portfolio, review, course, null)
          .filter(counts)
          .map(({ member }) => member.id),
      );
      if (judgement.agreedBy?.some((id) => !judging.has(id)) === true)
        throw failure('INVALID', { issues: [{ path: ['judgement', 'agreedBy'], code: 'not-judging' }] });
      return judge({ ...at, judgement });
    },
  };
}

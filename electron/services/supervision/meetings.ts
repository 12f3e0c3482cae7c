import { agendaSuggestionsShown } from '#shared/contract/meetings.ts';
import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { agendaReasons, agendaSuggestions } from '#shared/domain/supervision/agenda.ts';
import { type AgreementState, agreedText, agreementState } from '#shared/domain/supervision/agreement.ts';
import { expectedMeetings } from '#shared/domain/supervision/expected.ts';
import type { Agreement, Meeting, MeetingPlan, MeetingState } from '#shared/domain/supervision/meeting.ts';
import { isThisPerson } from '#shared/domain/supervision/person.ts';
import { meetingRules } from '#shared/guidance/supervision.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { meetingIssues } from './meeting-issues.ts';
import { calendarName, meetingEvent } from './meetings-calendar.ts';
import { actionsOn, deviceOf, invalid } from './supervised.ts';

/** Whether a calendar shows it otherwise than before. */
const showsOtherwise = (before: Meeting, after: Meeting): boolean => {
  const shown = ({ kind, on, startsAt, minutes, place, agenda }: Meeting) =>
    JSON.stringify([kind, on, startsAt, minutes, place, agenda.map(({ text }) => text)]);
  return shown(before) !== shown(after);
};

/** What is next comes first; what is past comes after it, newest first. */
const nextFirst = (a: Meeting, b: Meeting): number => {
  const [planned, other] = [a.state === 'planned', b.state === 'planned'];
  if (planned !== other) return planned ? -1 : 1;
  const days = `${a.on} ${a.startsAt ?? ''}`.localeCompare(`${b.on} ${b.startsAt ?? ''}`);
  return (planned ? days : -days) || (a.id < b.id ? -1 : 1);
};

export function createMeetingsService(ports: Ports, session: Session): Services['meetings'] {
  const now = () => ports.clock.now().toISOString();
  const today = () => ports.clock.today();

  const found = ({ store }: OpenPortfolio, id: Id): Meeting => {
    const meeting = store.get('meetings', id);
    if (meeting === undefined) throw failure('NOT_FOUND', { what: 'meeting' });
    return meeting;
  };
  const stateOf = ({ store }: OpenPortfolio, meeting: Meeting): AgreementState =>
    agreementState(
      [...store.all('agreements').values()].filter((agreement) => agreement.meeting === meeting.id),
      ports.hash(agreedText(meeting)),
    );
  const mustBe = ({ state }: Meeting, ...allowed: readonly MeetingState[]) => {
    if (!allowed.includes(state)) throw failure('MEETING_STATE', { state });
  };
  const mustBeValid = (
    plan: Pick<MeetingPlan, 'people' | 'agenda'>,
    { pack }: OpenPortfolio,
    under: string,
  ) => {
    const issues = meetingIssues(plan, pack, under);
    if (issues.length > 0) throw failure('INVALID', { issues });
  };

  /** Changes a meeting in one of these states, in the portfolio's turn. */
  const change = async (
    at: { readonly portfolioId: Id; readonly id: Id },
    action: string,
    allowed: readonly MeetingState[],
    edit: (meeting: Meeting, portfolio: OpenPortfolio) => Meeting,
  ): Promise<Meeting> => {
    const portfolio = await session.portfolio(at.portfolioId);
    return portfolio.inTurn(async () => {
      const before = found(portfolio, at.id);
      mustBe(before, ...allowed);
      const after = edit(before, portfolio);
      const raised = showsOtherwise(before, after) || after.state === 'cancelled' ? 1 : 0;
      const value = { ...after, sequence: before.sequence + raised, updatedAt: now() };
      await portfolio.store.commit(action, [{ collection: 'meetings', id: value.id, value }]);
      return value;
    });
  };

  const planned = (plan: MeetingPlan, others: number): Meeting => {
    const at = now();
    return {
      ...plan,
      id: ports.newId(),
      group: others > 0,
      others,
      notes: '',
      state: 'planned',
      cancelledReason: '',
      sequence: 0,
      createdAt: at,
      updatedAt: at,
    };
  };

  return {
    list: async ({ portfolioId }) => {
      const portfolio = await session.portfolio(portfolioId);
      const meetings = [...portfolio.store.all('meetings').values()].sort(nextFirst);
      const { createdAt, targetDate } = portfolioOf(portfolio.store);
      // Supervision may have begun before the portfolio did: somebody wrote down an earlier meeting.
      const [startedOn = createdAt.slice(0, 10)] = [
        createdAt.slice(0, 10),
        ...meetings.filter(({ state }) => state === 'held').map(({ on }) => on),
      ].sort();
      return {
        today: today(),
        meetings: meetings.map((meeting) => ({ meeting, agreement: stateOf(portfolio, meeting).state })),
        expected: expectedMeetings(meetingRules, { startedOn, targetDate }, meetings, today()),
      };
    },
    get: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      const meeting = found(portfolio, id);
      const actions = actionsOn(portfolio, today());
      const facts = { pack: portfolio.pack, map: portfolio.coverage().map(today()), actions };
      const reasons = agendaReasons(facts, meeting.agenda);
      return {
        meeting,
        agreement: stateOf(portfolio, meeting),
        reasons: [...reasons].map(([line, reason]) => ({ line, reason })),
        suggestions: agendaSuggestions(facts, meeting.agenda).slice(0, agendaSuggestionsShown),
        actions: actions
          .filter(({ origin }) => origin.kind === 'meeting' && origin.id === id)
          .map((action) => action.id),
      };
    },
    plan: async ({ portfolioId, plan }) => {
      const portfolio = await session.portfolio(portfolioId);
      mustBeValid(plan, portfolio, 'plan');
      const meeting = planned(plan, 0);
      await portfolio.store.commit('meeting.plan', [
        { collection: 'meetings', id: meeting.id, value: meeting },
      ]);
      return meeting;
    },
    planGroup: async ({ portfolioIds, plan: { topics, people, ...plan } }) => {
      const ids = [...new Set(portfolioIds)];
      if (ids.length < 2) throw invalid(['portfolioIds'], 'too-short');
      if (people.some(({ part }) => part === 'doctor')) throw invalid(['plan', 'people'], 'one-doctor');
      // All of them first: nothing is written when one is not there.
      const portfolios: OpenPortfolio[] = [];
      for (const id of ids) portfolios.push(await session.portfolio(id));
      const made: { portfolioId: Id; meeting: Meeting }[] = [];
      for (const { store } of portfolios) {
        const { id, doctor } = portfolioOf(store);
        const agenda = topics.map((text) => ({
          id: ports.newId(),
          text,
          capability: null,
          action: null,
          from: 'added' as const,
          done: false,
        }));
        const own = { ...doctor, role: '', part: 'doctor' as const, attended: null };
        const meeting = planned({ ...plan, people: [own, ...people], agenda }, ids.length - 1);
        await store.commit('meeting.plan-group', [
          { collection: 'meetings', id: meeting.id, value: meeting },
        ]);
        made.push({ portfolioId: id, meeting });
      }
      return made;
    },
    change: ({ meeting, ...at }) =>
      change(at, 'meeting.update', ['planned', 'held'], (before, portfolio) => {
        mustBeValid(meeting, portfolio, 'meeting');
        if (before.state === 'held' && meeting.on > today()) throw invalid(['meeting', 'on'], 'in-future');
        return { ...before, ...meeting };
      }),
    hold: ({ people, ...at }) =>
      change(at, 'meeting.hold', ['planned'], (before, portfolio) => {
        if (before.on > today()) throw invalid(['on'], 'in-future');
        const came = people.map((person) => ({ ...person, attended: person.attended ?? true }));
        mustBeValid({ people: came, agenda: [] }, portfolio, 'people');
        return { ...before, people: came, state: 'held' };
      }),
    cancel: ({ reason, ...at }) =>
      change(at, 'meeting.cancel', ['planned'], (before) => ({
        ...before,
        state: 'cancelled',
        cancelledReason: reason,
      })),
    remove: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        mustBe(found(portfolio, id), 'planned');
        await portfolio.store.commit('meeting.remove', [{ collection: 'meetings', id, value: null }]);
        return {};
      });
    },
    agree: async ({ portfolioId, id, part, name, inPerson }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const meeting = found(portfolio, id);
        mustBe(meeting, 'held');
        const person = meeting.people.find((one) => one.part === part && one.name === name);
        if (person === undefined || person.attended === false) throw invalid(['name'], 'not-there');
        const device = deviceOf(session, person);
        if ((device !== null) !== inPerson) throw invalid(['inPerson'], 'in-person');
        const { state, parts } = stateOf(portfolio, meeting);
        const other = parts.find((one) => one.part !== part)?.agreement ?? null;
        if (other !== null && isThisPerson(other.by, person)) throw invalid(['name'], 'agreed-as-other');
        if (parts.some((one) => one.part === part && one.state === 'agreed')) return { state, parts };
        const value: Agreement = {
          id: ports.newId(),
          meeting: id,
          content: ports.hash(agreedText(meeting)),
          by: { name: person.name, gmcNumber: person.gmcNumber, role: person.role },
          part,
          device,
          at: now(),
        };
        await portfolio.store.commit('meeting.agree', [{ collection: 'agreements', id: value.id, value }]);
        return stateOf(portfolio, meeting);
      });
    },
    calendar: async ({ portfolioId, id, agenda }) => {
      const portfolio = await session.portfolio(portfolioId);
      const about = portfolioOf(portfolio.store);
      const all = [...portfolio.store.all('meetings').values()].sort(nextFirst);
      const wanted =
        id === null
          ? all.filter(({ state, on }) => state === 'planned' || (state === 'cancelled' && on >= today()))
          : [found(portfolio, id)];
      const text = ports.calendars.file(
        wanted.map((meeting) => meetingEvent(meeting, about, agenda)),
        { name: 'Supervision', at: now() },
      );
      const name = calendarName(wanted, about);
      const kept = await ports.outbox.keep({
        name,
        mediaType: 'text/calendar',
        bytes: (async function* () {
          yield new TextEncoder().encode(text);
        })(),
      });
      return { fileId: kept.id, name, size: kept.size };
    },
  };
}

import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { ListedAction } from '#shared/domain/supervision/action-list.ts';
import type { AgendaLine, Attendee } from '#shared/domain/supervision/meeting.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';
import { createActionsService } from '../supervision/actions.ts';
import { createMeetingsService } from '../supervision/meetings.ts';
import { monthsBefore } from './sample-items.ts';
import { sampleOwner, samplePanel } from './sample-people.ts';

const [, supervisor] = samplePanel;
const people: readonly Attendee[] = [
  { name: sampleOwner.name, gmcNumber: sampleOwner.gmcNumber, role: '', part: 'doctor', attended: null },
  {
    name: supervisor.name,
    gmcNumber: supervisor.gmcNumber,
    role: 'Consultant in acute medicine',
    part: 'supervisor',
    attended: null,
  },
];
const where = { startsAt: '09:30', minutes: 45, place: 'Postgraduate Centre (invented)', people } as const;

const at = (ports: Ports, day: string): Ports => ({
  ...ports,
  clock: { now: () => new Date(`${day}T11:00:00.000Z`), today: () => day },
});

/**
 * A meeting held five months ago and agreed by both, one action of it closed with evidence and one open, one of the last
 * review carried over, and the next meeting planned.
 * @param evidence what the closed action is shown by.
 */
export async function fillSupervision(
  ports: Ports,
  session: Session,
  portfolioId: Id,
  evidence: readonly Id[],
): Promise<void> {
  const today = ports.clock.today();
  const then = monthsBefore(today, 5);
  const past = at(ports, then);
  const [meetings, actions] = [createMeetingsService(past, session), createActionsService(past, session)];
  const { actions: open } = await actions.list({ portfolioId });
  const lineOf = (action: ListedAction, done: boolean): AgendaLine => ({
    id: ports.newId(),
    text: action.what,
    capability: action.capability,
    action: action.id,
    from: 'action',
    done,
  });
  const agenda = open.map((action) => lineOf(action, true));
  const { id } = await meetings.plan({ portfolioId, plan: { kind: 'mid', on: then, ...where, agenda } });
  const meeting = {
    kind: 'mid' as const,
    on: then,
    ...where,
    agenda,
    notes:
      'The attachment to the palliative care team waits for a rota without gaps; the team has agreed to October.\n\nThe sepsis project is ready to be shown outside the department. Next year’s teaching programme should be evaluated, not only counted.',
  };
  await meetings.change({ portfolioId, id, meeting });
  await meetings.hold({ portfolioId, id, people });
  await meetings.agree({ portfolioId, id, part: 'doctor', name: sampleOwner.name, inPerson: false });
  await meetings.agree({ portfolioId, id, part: 'supervisor', name: supervisor.name, inPerson: true });
  const add = (what: string, measure: string, dueOn: string) =>
    actions.add({
      portfolioId,
      origin: { kind: 'meeting', id },
      action: { what, measure, owner: sampleOwner.name, dueOn, capability: null },
    });
  const shown = await add(
    'Present the sepsis project at a meeting outside the department',
    'Programme of the meeting with the talk in it',
    monthsBefore(today, 2),
  );
  await add(
    'Evaluate the teaching programme with its learners',
    'A summary of at least ten evaluations',
    monthsBefore(today, -2),
  );
  const [first] = open;
  if (first === undefined) throw failure('NOT_FOUND', { what: 'action' });
  await actions.carryOver({
    portfolioId,
    id: first.id,
    to: monthsBefore(today, -1),
    why: 'The rota had gaps until the autumn.',
  });
  const later = createActionsService(at(ports, monthsBefore(today, 2)), session);
  await later.close({ portfolioId, id: shown.id, status: 'done', evidence: [...evidence], note: '' });
  const present = createMeetingsService(ports, session);
  await present.plan({
    portfolioId,
    plan: { kind: 'end', on: monthsBefore(today, -1), ...where, agenda: [lineOf(first, false)] },
  });
}

import { daysAfter, type IsoDate } from '#shared/domain/dates.ts';
import type { Id } from '#shared/domain/ids.ts';
import { type CycleWorld, send } from './cycle-world.ts';
import { ratingOf } from './judging.ts';
import { demoSupervisor } from './people.ts';

/** The first meeting of the year: held by the supervisor, agreed by both, with an action out of it. */
async function holdMeeting(world: CycleWorld, on: IsoDate): Promise<void> {
  const { supervisor, doctor, portfolioId } = world;
  const { meetings, actions } = supervisor.app.services;
  const plan = {
    kind: 'mid' as const,
    on,
    startsAt: '13:00',
    minutes: 45,
    place: 'Postgraduate Centre (invented)',
    agenda: [],
    people: [
      {
        name: doctor.owner.name,
        gmcNumber: doctor.owner.gmcNumber,
        role: '',
        part: 'doctor' as const,
        attended: null,
      },
      {
        name: demoSupervisor.name,
        gmcNumber: demoSupervisor.gmcNumber,
        role: 'Consultant',
        part: 'supervisor' as const,
        attended: null,
      },
    ],
  };
  const { id } = await meetings.plan({ portfolioId, plan });
  const at = { portfolioId, id };
  const { suggestions } = await meetings.get(at);
  world.tell(`Meeting on ${on}: ${suggestions.length} points suggested for its agenda`);
  const notes =
    'The year so far, the thin areas, and what the panel asked for. Sample notes; nobody real is in them.';
  await meetings.change({ ...at, meeting: { ...plan, notes } });
  await meetings.hold({ ...at, people: plan.people.map((person) => ({ ...person, attended: true })) });
  await actions.add({
    portfolioId,
    action: {
      what: 'Ask for multi-source feedback from the present team',
      measure: 'Twelve answers from four professions',
      owner: doctor.owner.name,
      dueOn: daysAfter(on, 60),
      capability: null,
    },
    origin: { kind: 'meeting', id },
  });
  await meetings.agree({ ...at, part: 'supervisor', name: demoSupervisor.name, inPerson: false });
}

/** Reads what waits, one item after another, and rates every capability. */
async function reviewEvidence(world: CycleWorld): Promise<void> {
  const { portfolioId, supervisor } = world;
  const { supervisor: home, feedback, ratings, coverage } = supervisor.app.services;
  const { items } = await home.queue({ portfolioId, inPerson: null });
  for (const [index, { id }] of items.entries()) {
    const { revision } = await feedback.ofItem({ portfolioId, item: id });
    const returned = index % 9 === 8;
    await feedback.give({
      portfolioId,
      item: id,
      revision,
      inPerson: null,
      feedback: {
        verdict: returned ? 'returned' : 'accepted',
        comment: returned ? 'Please say which part of this was yours.' : '',
        passage: null,
        sbi: null,
      },
    });
  }
  const { capabilities } = await coverage.map({ portfolioId });
  for (const { code, strength } of capabilities)
    await ratings.rate({
      portfolioId,
      capability: code,
      level: ratingOf(strength),
      reason: 'From the evidence and from working together.',
      inPerson: null,
    });
  world.tell(`Supervisor went through ${items.length} items`);
}

async function writeReport(world: CycleWorld, review: Id): Promise<void> {
  const { portfolioId, supervisor } = world;
  const { supervisorReports, coverage } = supervisor.app.services;
  const begun = await supervisorReports.begin({ portfolioId, review, period: null, author: null });
  const at = { portfolioId, id: begun.report.id };
  const { capabilities } = await coverage.map({ portfolioId });
  await supervisorReports.save({
    ...at,
    change: {
      capabilities: capabilities.map(({ code, strength }) => ({
        code,
        level: ratingOf(strength),
        comment: 'As seen over the year, on the ward and on the take.',
        notSeen: false,
      })),
      domains: begun.report.facts.domains.map(({ id }) => ({
        id,
        comment: 'No concerns; feedback from colleagues is good.',
      })),
      strengths: 'Calm and thorough on the acute take; teaches well.',
      development: 'Research, and care at the end of life.',
      examples: [
        {
          id: supervisor.app.ports.newId(),
          situation: 'Night take in winter, eleven patients waiting (sample).',
          behaviour: 'Saw the sickest first and told each family when they would be back.',
          impact: 'Nobody waited without knowing; the nurse in charge said so.',
          nextStep: 'Teach the new starters how the list was ordered.',
        },
      ],
      recommendation: 'ready-for-review',
      recommendationReason: 'The year’s evidence can be judged; the thin areas are known and planned for.',
    },
  });
  await supervisorReports.seal({
    ...at,
    passphrase: supervisor.passphrase,
    identityCheck: 'own-profile',
    newKey: false,
  });
}

/** Everything between doctor and supervisor before a review, over two files. */
export async function superviseYear(
  world: CycleWorld,
  { review, heldOn }: { readonly review: Id; readonly heldOn: IsoDate },
): Promise<void> {
  const { doctor, supervisor, clock, portfolioId } = world;
  clock.goTo(daysAfter(heldOn, -42));
  await send(world, doctor, supervisor, 'supervisor');
  await holdMeeting(world, clock.today());
  clock.goTo(daysAfter(heldOn, -30));
  await reviewEvidence(world);
  await writeReport(world, review);
  await send(world, supervisor, doctor, 'doctor');
  const { meetings } = doctor.app.services;
  const { meetings: all } = await meetings.list({ portfolioId });
  const [latest] = all.filter(({ meeting }) => meeting.state === 'held');
  if (latest === undefined) throw new Error('the meeting did not arrive');
  await meetings.agree({
    portfolioId,
    id: latest.meeting.id,
    part: 'doctor',
    name: doctor.owner.name,
    inPerson: false,
  });
}

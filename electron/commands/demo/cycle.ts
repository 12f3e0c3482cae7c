import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { daysAfter, type IsoDate } from '#shared/domain/dates.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { packById } from '#shared/guidance/packs.ts';
import { newPortfolio } from '../../services/portfolios.ts';
import { sampleEvidence } from '../../services/sample/sample-evidence.ts';
import { sampleAttachments } from '../../services/sample/sample-files.ts';
import { monthsBefore, sampleItem } from '../../services/sample/sample-items.ts';
import { samplePortfolio } from '../../services/sample/sample-people.ts';
import { createPdfVerifier } from '../../trust/verifier.ts';
import type { Output } from '../command.ts';
import { createDemoClock } from './calendar.ts';
import { type CycleWorld, send } from './cycle-world.ts';
import { judgeTogether, memberOf, planReview, takeStep } from './hold-review.ts';
import { introduceAll, openLaptop } from './laptop.ts';
import { demoChair, demoDoctor, demoPassphrases, demoSupervisor } from './people.ts';
import { signByThree } from './sign-by-three.ts';
import { superviseYear } from './supervise.ts';

/** Evidence of the invented doctor, as far as it is from these months before `today`. */
async function logEvidence(
  { doctor, portfolioId }: CycleWorld,
  today: IsoDate,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const { ports, session } = doctor.app;
  const { store } = await session.portfolio(portfolioId);
  const lines = sampleEvidence.filter(({ monthsAgo }) => monthsAgo > to && monthsAgo <= from);
  const items = [];
  for (const line of lines)
    items.push(sampleItem(line, today, ports.newId(), await sampleAttachments(line, store.blobs)));
  await store.commit(
    'sample.fill',
    items.map((item) => ({ collection: 'evidence' as const, id: item.id, value: item })),
  );
}

/** What the last panel asked for is done, all but the first: closed with evidence. */
async function workOnActions({ doctor, portfolioId }: CycleWorld): Promise<void> {
  const { actions } = doctor.app.services;
  const { store } = await doctor.app.session.portfolio(portfolioId);
  const { actions: all } = await actions.list({ portfolioId });
  const open = all.filter(({ status, origin }) => status === 'open' && origin.kind === 'review');
  const [newest] = [...store.all('evidence').values()].sort((a, b) => b.startedOn.localeCompare(a.startedOn));
  for (const { id } of open.slice(1))
    await actions.close({
      portfolioId,
      id,
      status: 'done',
      evidence: newest === undefined ? [] : [newest.id],
      note: 'Done within the year.',
    });
}

/** One annual review from its planning to the doctor's acknowledgement. Returns the review and its report. */
async function holdYear(world: CycleWorld, heldOn: IsoDate): Promise<{ review: Id; pdf: Uint8Array }> {
  const { doctor, panel, clock } = world;
  const review = await planReview(world, heldOn);
  await superviseYear(world, { review: review.id, heldOn });
  clock.goTo(daysAfter(heldOn, -21));
  await takeStep(world, doctor, review.id, { as: 'doctor', step: { kind: 'submit' } });
  await send(world, doctor, panel, 'panel');
  await judgeTogether(world, review);
  const pdf = await signByThree(world, review.id);
  clock.goTo(daysAfter(heldOn, 2));
  await release(world, review.id, memberOf(review, 'administrator'));
  return { review: review.id, pdf };
}

/** The report becomes the doctor's, who reads it, answers, and confirms. */
async function release(world: CycleWorld, id: Id, administrator: Id): Promise<void> {
  const { doctor, panel, clock } = world;
  await takeStep(world, panel, id, { as: administrator, step: { kind: 'release' } });
  await send(world, panel, doctor, 'doctor');
  clock.goTo(daysAfter(clock.today(), 1));
  const text = 'Thank you. I agree with the actions, and have begun with the first.';
  await takeStep(world, doctor, id, { as: 'doctor', step: { kind: 'respond', text } });
  await takeStep(world, doctor, id, { as: 'doctor', step: { kind: 'acknowledge' } });
  await send(world, doctor, panel, 'panel');
}

/** A released outcome is amended with authority and a reason: a new report, signed, released and acknowledged anew. */
async function amend(world: CycleWorld, id: Id): Promise<Uint8Array> {
  const { panel, portfolioId, clock } = world;
  const { reviews, reviewProcess } = panel.app.services;
  const { review: before } = await reviews.get({ portfolioId, id });
  clock.goTo(daysAfter(clock.today(), 2));
  await takeStep(world, panel, id, {
    as: memberOf(before, 'chair'),
    step: {
      kind: 'amend',
      authority: 'Director of Medical Education (sample)',
      reason: 'The due date of an action was written down wrongly.',
    },
  });
  const { next } = await reviewProcess.state({ portfolioId, id });
  if (next === null) throw failure('NOT_FOUND', { what: 'review' });
  const { review } = await reviews.get({ portfolioId, id: next });
  const { progressMade, progressNeeded, followUps, outcome, outcomeReason, nextReviewOn } = review;
  const actions = review.actions.map((action) => ({ ...action, dueOn: daysAfter(action.dueOn, 30) }));
  await reviews.conclude({
    portfolioId,
    id: next,
    conclusion: { progressMade, progressNeeded, followUps, outcome, outcomeReason, nextReviewOn, actions },
  });
  const pdf = await signByThree(world, next);
  await release(world, next, memberOf(review, 'administrator'));
  return pdf;
}

async function openWorld(folder: string, today: IsoDate, out: Output): Promise<CycleWorld> {
  const clock = createDemoClock(daysAfter(monthsBefore(today, 13), -70));
  const at = (name: keyof typeof demoPassphrases) => ({ clock, passphrase: demoPassphrases[name] });
  const doctor = await openLaptop(join(folder, 'doctor'), demoDoctor, at('doctor'));
  const supervisor = await openLaptop(join(folder, 'supervisor'), demoSupervisor, at('supervisor'));
  const panel = await openLaptop(join(folder, 'panel'), demoChair, at('panel'));
  await introduceAll([doctor, supervisor, panel]);
  const input = samplePortfolio(monthsBefore(today, -14));
  const pack = packById(input.packId);
  if (pack === undefined) throw failure('NOT_FOUND', { what: 'guidance' });
  const { ports, session } = doctor.app;
  const { portfolio, store } = await newPortfolio(ports, session.vault(), input, true);
  session.adopt(portfolio.id, store);
  const exchange = join(folder, 'exchange');
  await mkdir(exchange);
  return {
    doctor,
    supervisor,
    panel,
    clock,
    portfolioId: portfolio.id,
    pack,
    exchange,
    tell: (line) => out.note(line),
  };
}

/**
 * Two annual reviews of one doctor by three people with a computer each, who send each other files and nothing else; the
 * second year's report says what became of the first year's actions, and is amended after its release.
 * @returns 0 when every report that was written is valid.
 */
export async function runCycle(folder: string, today: IsoDate, out: Output): Promise<number> {
  await mkdir(folder, { recursive: true });
  const world = await openWorld(folder, today, out);
  const verifier = createPdfVerifier();
  const keep = async (name: string, pdf: Uint8Array) => {
    const file = join(folder, name);
    await writeFile(file, pdf, { flag: 'wx' });
    const { status, signatures } = await verifier.verify(pdf, new Set());
    out.line(`${name.padEnd(16)}${status}, ${signatures.length} signatures`);
    return status === 'valid' && signatures.length === 3;
  };
  try {
    const [first, second] = [monthsBefore(today, 13), daysAfter(today, -14)];
    await logEvidence(world, today, { from: 600, to: 15 });
    await send(world, world.doctor, world.panel, 'panel');
    const one = await holdYear(world, first);
    const kept = [await keep('year-1.pdf', one.pdf)];
    world.clock.goTo(daysAfter(second, -60));
    await logEvidence(world, today, { from: 15, to: 2 });
    await workOnActions(world);
    const two = await holdYear(world, second);
    kept.push(await keep('year-2.pdf', two.pdf));
    kept.push(await keep('amended.pdf', await amend(world, two.review)));
    for (const [name, passphrase] of Object.entries(demoPassphrases).slice(0, 3))
      out.line(`${join(folder, name, 'vault')}  passphrase: ${passphrase}`);
    return kept.every(Boolean) ? 0 : 1;
  } finally {
    for (const { app } of [world.doctor, world.supervisor, world.panel]) await app.close();
  }
}

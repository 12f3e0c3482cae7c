import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { briefsWrittenSchema } from '#shared/contract/panel.ts';
import { daysAfter, type IsoDate } from '#shared/domain/dates.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import type { PanelRole, Review } from '#shared/domain/review.ts';
import { packById } from '#shared/guidance/packs.ts';
import { newPortfolio } from '../../services/portfolios.ts';
import { readReport } from '../../services/read-pdf.ts';
import { monthsBefore } from '../../services/sample/sample-items.ts';
import { createPdfVerifier } from '../../trust/verifier.ts';
import type { Output } from '../command.ts';
import { createDemoClock } from './calendar.ts';
import { collected } from './hand-over.ts';
import { memberOf } from './hold-review.ts';
import { judgementOf, ownJudgementOf } from './judging.ts';
import { type Laptop, openLaptop } from './laptop.ts';
import { type DayDoctor, dayDoctors, evidenceOf } from './panel-day-doctors.ts';
import { demoChair, demoPanel, demoPassphrases } from './people.ts';

type Planned = { readonly portfolioId: Id; readonly review: Review };

/** A doctor's portfolio on the panel's computer, handed in by everybody being there. */
async function prepare({ app }: Laptop, doctor: DayDoctor, today: IsoDate): Promise<Planned> {
  const { ports, session, services } = app;
  const { name, gmcNumber, packId } = doctor;
  const pack = packById(packId);
  if (pack === undefined) throw failure('NOT_FOUND', { what: 'guidance' });
  const input = {
    doctor: { name, gmcNumber },
    packId,
    targetDate: monthsBefore(today, -14),
    employer: 'Sample NHS Trust (invented)',
  };
  const { portfolio, store } = await newPortfolio(ports, session.vault(), input, true);
  session.adopt(portfolio.id, store);
  const items = evidenceOf(ports, doctor, pack, today);
  await store.commit(
    'sample.fill',
    items.map((item) => ({ collection: 'evidence' as const, id: item.id, value: item })),
  );
  const review = await services.reviews.schedule({
    portfolioId: portfolio.id,
    plan: {
      heldOn: today,
      place: 'Postgraduate Centre, Sample Royal Hospital (invented)',
      period: { from: monthsBefore(today, 12), to: today },
      panel: demoPanel(ports.newId),
      rules: {
        evidenceBy: daysAfter(today, -14),
        window: { from: today, to: daysAfter(today, 1) },
        quorum: 3,
        responseDays: 10,
      },
    },
  });
  await services.reviewProcess.beginHere({
    portfolioId: portfolio.id,
    id: review.id,
    as: memberOf(review, 'chair'),
    reason: 'Everybody is here.',
    withoutReport: 'The supervisor is here and speaks for themselves (sample).',
  });
  return { portfolioId: portfolio.id, review };
}

const judges: readonly PanelRole[] = ['chair', 'supervisor', 'cesr-team'];

/** Three judge for themselves at one computer, one after the other; then the panel agrees, and its chair signs. */
async function hold({ app, passphrase }: Laptop, { portfolioId, review }: Planned): Promise<Uint8Array> {
  const { panel: room, reviews } = app.services;
  const at = { portfolioId, id: review.id };
  const { lines } = await room.room(at);
  for (const [seat, role] of judges.entries()) {
    const member = memberOf(review, role);
    await room.sit({ ...at, member });
    const judgements = lines.map(({ code, coverage }, index) =>
      ownJudgementOf(code, coverage.strength, { member: seat, index }),
    );
    await room.save({
      ...at,
      member,
      writing: { interest: { kind: 'none', text: '' }, judgements, notes: [] },
    });
    await room.finish({ ...at, member });
  }
  await room.sit({ ...at, member: memberOf(review, 'chair') });
  await room.compare({ ...at, without: [] });
  for (const { code, coverage } of lines)
    await room.agree({ ...at, judgement: judgementOf(code, coverage.strength) });
  await reviews.conclude({
    ...at,
    conclusion: {
      progressMade: 'Evidence has grown in most areas; what is new is mostly verified.',
      progressNeeded: 'The thin areas named under each capability.',
      actions: [],
      followUps: [],
      outcome: defaultOutcomes[lines.some(({ coverage }) => coverage.strength === 'empty') ? 1 : 0] ?? null,
      outcomeReason: 'From the evidence handed in, capability by capability.',
      nextReviewOn: monthsBefore(review.heldOn, -12),
    },
  });
  const signed = await reviews.sign({ ...at, passphrase, identityCheck: 'own-profile', newKey: false });
  if (signed.signOff === null) throw new Error('the review was not signed');
  const { store } = await app.session.portfolio(portfolioId);
  return readReport(store.blobs, signed.signOff.report);
}

/** What the panel reads beforehand: every doctor on a page, with a list and bookmarks. */
async function dayBook({ app }: Laptop, on: IsoDate): Promise<Uint8Array> {
  const { services, ports } = app;
  const { jobId } = await services.panel.printDay({ on });
  let job = await services.jobs.get({ id: jobId });
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 20));
    job = await services.jobs.get({ id: jobId });
  }
  if (job.state !== 'done') throw new Error(`the day's book was not made: ${job.state}`);
  const { fileId } = briefsWrittenSchema.parse(job.result);
  const waiting = ports.outbox.read(fileId);
  if (waiting === undefined) throw failure('NOT_FOUND', { what: 'file' });
  return collected(waiting.bytes);
}

/**
 * A day of a panel: twelve doctors on one computer, the book to read beforehand, and a signed report for each.
 * @returns 0 when every report is valid.
 */
export async function runPanelDay(folder: string, today: IsoDate, out: Output): Promise<number> {
  await mkdir(join(folder, 'reports'), { recursive: true });
  const clock = createDemoClock(today);
  const chair = await openLaptop(folder, demoChair, { clock, passphrase: demoPassphrases.panel });
  const verifier = createPdfVerifier();
  try {
    const planned: Planned[] = [];
    for (const doctor of dayDoctors) planned.push(await prepare(chair, doctor, today));
    await writeFile(join(folder, 'day-book.pdf'), await dayBook(chair, today), { flag: 'wx' });
    out.line(`${'day-book.pdf'.padEnd(16)}${planned.length} doctors`);
    let valid = 0;
    for (const [index, one] of planned.entries()) {
      const pdf = await hold(chair, one);
      const name = `${String(index + 1).padStart(2, '0')}-${dayDoctors[index]?.name.split(' ')[2]?.toLowerCase() ?? 'doctor'}.pdf`;
      await writeFile(join(folder, 'reports', name), pdf, { flag: 'wx' });
      const { status } = await verifier.verify(pdf, new Set());
      if (status === 'valid') valid += 1;
      out.line(`${name.padEnd(16)}${status}`);
    }
    out.line(`${join(folder, 'vault')}  passphrase: ${demoPassphrases.panel}`);
    return valid === planned.length ? 0 : 1;
  } finally {
    await chair.app.close();
  }
}

import type { Bindery, BoundPart } from '#electron/services/ports/bindery.ts';
import type { LogoFile } from '#electron/services/ports/reporting.ts';
import type { SignatureField, Summaries } from '#electron/services/ports.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import type { SupervisorReportModel } from '#shared/domain/supervision/report-model.ts';
import type { LaidOutReport } from '../layout.ts';
import type { Answer, Order } from './orders.ts';
import { createReportThread, Died, type ThreadOptions } from './thread.ts';

/** Everything that lays out or joins pages, beside the thread that serves the screen. */
export type Press = Bindery & {
  readonly summaries: Summaries;
  readonly layOut: (
    model: ReportModel,
    signers: readonly SignatureField[],
    logo?: LogoFile,
  ) => Promise<LaidOutReport>;
  readonly layOutSupervisorReport: (
    model: SupervisorReportModel,
    signers: readonly SignatureField[],
  ) => Promise<LaidOutReport>;
};

const largestPart = 128 * 1024 ** 2; // bytes

/** Makes PDFs in threads of their own: one for what is joined, which may take minutes, one for what is laid out. */
export function createBindery(options: ThreadOptions): Press {
  const binder = createReportThread(options);
  const pages = createReportThread(options);
  const binding = createInTurn();
  const layingOut = createInTurn();

  /** One try. A part that brought the thread down is told by its place, for another try without it. */
  const tryBinding = async (
    ...[parts, about, watch, without]: [...Parameters<Bindery['bind']>, ReadonlySet<number>]
  ) => {
    const bound: BoundPart[] = [];
    const begun = await binder.ask({ kind: 'begin', title: about.title, on: about.on }, watch?.signal);
    if (!('begun' in begun)) throw new Error('the thread did not begin');
    for (const [at, { title, mark, mediaType, signed, bytes: get }] of parts.entries()) {
      watch?.onPart?.(at);
      const bytes = without.has(at) ? undefined : await get();
      if (bytes === undefined || bytes.length > largestPart) {
        bound.push({ why: without.has(at) || bytes !== undefined ? 'too-large' : 'missing' });
        continue;
      }
      const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      try {
        const answer = await binder.ask(
          { kind: 'add', title, mark, mediaType, copySigned: signed === 'copy', bytes: whole },
          watch?.signal,
        );
        bound.push('added' in answer ? answer.added : { why: 'malformed' });
      } catch (fault) {
        if (fault instanceof Died) return { died: at };
        throw fault;
      }
    }
    const answer = await binder.ask({ kind: 'finish' }, watch?.signal);
    if (!('pdf' in answer)) throw new Error('the thread did not finish');
    return { pdf: answer.pdf, pages: answer.pages, parts: bound };
  };

  /** One document, after those that were asked for before. */
  const laidOut = <T>(order: Order, take: (answer: Answer) => T | undefined, signal?: AbortSignal) =>
    layingOut(async () => {
      const answer = await pages.ask(order, signal);
      const made = take(answer);
      if (made !== undefined) return made;
      throw new Error('failed' in answer ? answer.failed : 'the thread answered something else');
    });
  const pdfOf = (answer: Answer) => ('pdf' in answer && answer.pdf !== null ? answer.pdf : undefined);

  return {
    bind: (parts, about, watch = {}) =>
      binding(async () => {
        const without = new Set<number>();
        for (;;) {
          const result = await tryBinding(parts, about, watch, without);
          if (!('died' in result)) return result;
          without.add(result.died);
        }
      }),
    listing: (listing, signal) => laidOut({ kind: 'listing', listing }, pdfOf, signal),
    cv: (document, form, signal) =>
      laidOut(
        { kind: 'cv', document, form },
        (answer) => ('written' in answer ? answer.written : undefined),
        signal,
      ),
    paper: (paper, logo, signal) => laidOut({ kind: 'paper', paper, logo }, pdfOf, signal),
    briefs: (book, signal) => laidOut({ kind: 'briefs', book }, pdfOf, signal),
    summaries: { render: (summary) => laidOut({ kind: 'summary', summary }, pdfOf) },
    layOut: (model, signers, logo) =>
      laidOut({ kind: 'report', model, signers, logo }, (answer) =>
        'laidOut' in answer ? answer.laidOut : undefined,
      ),
    layOutSupervisorReport: (model, signers) =>
      laidOut({ kind: 'supervisor-report', model, signers }, (answer) =>
        'laidOut' in answer ? answer.laidOut : undefined,
      ),
    close: async () => {
      await Promise.all([binder.stop(), pages.stop()]);
    },
  };
}

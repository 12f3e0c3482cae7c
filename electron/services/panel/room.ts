import { evidencePage, type PanelRoom, type RoomEvidence, type RoomLine } from '#shared/contract/panel.ts';
import type { CapabilityCoverage } from '#shared/domain/coverage/types.ts';
import type { EvidenceItem, KeptFile } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import { openActions } from '#shared/domain/open-actions.ts';
import { briefOf, type LastTime, latestRating, supervisorLevel } from '#shared/domain/panel/brief.ts';
import type { Brief } from '#shared/domain/panel/brief-model.ts';
import type { Review } from '#shared/domain/review.ts';
import { type OpenPortfolio, portfolioOf } from '../session.ts';
import { type Frozen, lateIn } from './frozen.ts';
import { lastTimeOf, reviewsBefore } from './last-time.ts';

/** What is read of one doctor before anybody judges: the brief, and each capability's lines. */
export async function readingOf(
  portfolio: OpenPortfolio,
  review: Review,
  frozen: Frozen,
): Promise<{ readonly brief: Brief; readonly lines: readonly RoomLine[] }> {
  const { store, pack } = portfolio;
  const before = reviewsBefore(store, review);
  const last = await lastTimeOf(store, before);
  const { on } = frozen.snapshot;
  const input = {
    portfolio: portfolioOf(store),
    pack,
    review,
    evidence: [...frozen.items.values()],
    coverage: frozen.coverage,
    on,
    last,
    previousActions: openActions(before),
    tracked: store.all('actions'),
    report: frozen.report,
    ratings: [...store.all('ratings').values()],
    late: lateIn(store, frozen.snapshot),
    missing: frozen.missing,
  };
  const brief = briefOf(input);
  const coverage = new Map(frozen.coverage.capabilities.map((line) => [line.code, line]));
  const lines = pack.capabilities.flatMap(({ code, title }) => {
    const found = coverage.get(code);
    if (found === undefined) return [];
    const reported = frozen.report?.capabilities.find((line) => line.code === code);
    const level = supervisorLevel(input, code);
    const rated = latestRating(input.ratings, code, 'supervisor', on);
    const comment = reported?.comment ?? rated?.reason ?? '';
    const own = latestRating(input.ratings, code, 'doctor', on);
    return [
      {
        code,
        title,
        coverage: found,
        evidence: frozen.under.get(code)?.length ?? 0,
        supervisor: level === null && comment === '' ? null : { level, comment },
        doctor: own === undefined ? null : { level: own.level, reason: own.reason, on: own.at.slice(0, 10) },
        last: lastOf(last, code),
        actions: brief.actions.filter((action) => action.capability === code),
      },
    ];
  });
  return { brief, lines };
}

function lastOf(last: LastTime | null, code: CapabilityCoverage['code']): RoomLine['last'] {
  const judgement = last?.review.judgements.find(({ capability }) => capability === code);
  if (last === null || judgement === undefined) return null;
  const { level, reason, progressNeeded = '' } = judgement;
  return { heldOn: last.review.heldOn, level, reason, needed: progressNeeded };
}

export const handedInOf = ({ snapshot, items }: Frozen): PanelRoom['handedIn'] => ({
  at: snapshot.at,
  on: snapshot.on,
  items: items.size,
});

function evidenceOf(item: EvidenceItem, code: string, { from, to }: Review['period']): RoomEvidence {
  const { id, type, title, startedOn, endedOn, place, verification, links, attachments } = item;
  const last = endedOn ?? startedOn;
  return {
    id,
    type,
    title,
    startedOn,
    endedOn,
    place,
    verified: verification !== null,
    inPeriod: last >= from && startedOn <= to,
    links: links.filter(({ capability }) => capability === code),
    files: attachments.map((file): KeptFile => {
      const { hash, name, mediaType, size } = file.redacted ?? file;
      return { hash, name, mediaType, size };
    }),
  };
}

/** Some of the evidence under one capability, newest first. Fails with NOT_FOUND. */
export function evidenceUnder(
  { pack }: OpenPortfolio,
  review: Review,
  { under }: Frozen,
  asked: { readonly code: string; readonly offset: number },
): { readonly total: number; readonly rows: readonly RoomEvidence[] } {
  const { code, offset } = asked;
  if (!pack.capabilities.some((capability) => capability.code === code))
    throw failure('NOT_FOUND', { what: 'capability' });
  const all = under.get(code) ?? [];
  return {
    total: all.length,
    rows: all.slice(offset, offset + evidencePage).map((item) => evidenceOf(item, code, review.period)),
  };
}

import type { ReportInput } from '#electron/services/ports.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { ExpectationResult } from '#shared/domain/coverage/types.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { typeTitle } from '#shared/domain/pack-types.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import { agreedOf, missingBeforeSigning } from '#shared/domain/review.ts';
import { considered } from './considered.ts';
import { becameOf, surroundingsOf } from './surroundings.ts';

type EvidenceLine = ReportModel['evidence'][number];
type RuleLine = ReportModel['wholePortfolio'][number];

const sourceRefs = (pack: GuidancePack): ReadonlyMap<string, string> =>
  new Map(pack.sources.map((source, index) => [source.id, `S${index + 1}`]));

/** A pack that passed its checks names only sources it lists; the id itself is the honest answer if one ever did not. */
const refOf = (refs: ReadonlyMap<string, string>, source: string) => refs.get(source) ?? source;

function ruleLine(result: ExpectationResult, refs: ReadonlyMap<string, string>): RuleLine {
  const { expectation, have, met, countsFrom, tooOld, maintained } = result;
  return {
    title: expectation.title,
    have,
    need: expectation.atLeast,
    unit: expectation.unit,
    met,
    countsFrom,
    tooOld,
    ...(maintained === 0 ? {} : { maintained }),
    certainty: expectation.certainty,
    source: refOf(refs, expectation.source),
  };
}

const evidenceLine =
  (pack: GuidancePack) =>
  (item: EvidenceItem, index: number): EvidenceLine => {
    return {
      ref: `E${index + 1}`,
      id: item.id,
      type: item.type,
      typeTitle: typeTitle(pack, item.type),
      title: item.title,
      startedOn: item.startedOn,
      endedOn: item.endedOn,
      capabilities: [...new Set(item.links.map((link) => link.capability))],
      verified: item.verification !== null,
      files: item.attachments.map((file) => {
        // What is shared with a panel is the redacted copy.
        const { name, hash } = file.redacted ?? file;
        return { name, sha256: hash };
      }),
    };
  };

function guidanceOf(pack: GuidancePack, refs: ReadonlyMap<string, string>): ReportModel['guidance'] {
  const { id, title, specialty, curriculum, version, certainty, notice, capabilityName, window } = pack;
  return {
    id,
    title,
    specialty,
    curriculum,
    version,
    certainty,
    notice,
    source: refOf(refs, pack.source),
    capabilityName,
    window: { ...window, source: refOf(refs, window.source) },
    sources: pack.sources.map((source) => ({
      ref: refOf(refs, source.id),
      title: source.title,
      publisher: source.publisher,
      url: source.url,
      date: source.date,
      readOn: source.readOn,
    })),
  };
}

function capabilitiesOf(
  input: ReportInput,
  evidence: readonly EvidenceLine[],
  refs: ReadonlyMap<string, string>,
): ReportModel['capabilities'] {
  const coverage = new Map(input.coverage.capabilities.map((line) => [line.code, line]));
  const judgements = new Map(input.review.judgements.map((judgement) => [judgement.capability, judgement]));
  const newestFirst = [...evidence].reverse();
  return input.pack.capabilities.map(({ code, title }) => {
    const line = coverage.get(code);
    const judgement = judgements.get(code);
    return {
      code,
      title,
      strength: line?.strength ?? 'empty',
      items: line?.items ?? 0,
      inWindow: line?.inWindow ?? 0,
      ...(line === undefined || line.maintained === 0 ? {} : { maintained: line.maintained }),
      verified: line?.verified ?? 0,
      kinds: line?.kinds ?? 0,
      rules: (line?.expectations ?? []).map((result) => ruleLine(result, refs)),
      evidence: newestFirst.filter((item) => item.capabilities.includes(code)).map((item) => item.ref),
      judgement: judgement?.level ?? null,
      reason: judgement?.reason ?? '',
      ...agreedOf(judgement ?? {}),
    };
  });
}

/**
 * Everything the report of one finished review says, as plain data with its fingerprint.
 * @param hash SHA-256 of a text's UTF-8 bytes, lower-case hex.
 * Fails with REVIEW_INCOMPLETE when the review still misses something.
 */
export function buildReportModel(input: ReportInput, hash: (text: string) => Sha256): ReportModel {
  const { portfolio, pack, review, coverage } = input;
  const codes = pack.capabilities.map((capability) => capability.code);
  const { outcome, nextReviewOn } = review;
  const missing = missingBeforeSigning(review, codes, coverage.today);
  if (missing.length > 0 || outcome === null || nextReviewOn === null) {
    throw failure('REVIEW_INCOMPLETE', { missing });
  }
  const { items, windowFrom, inPeriod, leftOut } = considered(input.evidence, { portfolio, pack, review });
  const evidence = items.map(evidenceLine(pack));
  const refs = sourceRefs(pack);
  const notes = new Map(review.followUps.map((followUp) => [followUp.action, followUp.note]));
  const model: Omit<ReportModel, 'fingerprint'> = {
    format: 'waymark-report-1',
    title: 'Annual review: progress report',
    sample: portfolio.sample,
    doctor: {
      name: portfolio.doctor.name,
      gmcNumber: portfolio.doctor.gmcNumber,
      employer: portfolio.employer,
    },
    guidance: guidanceOf(pack, refs),
    targetDate: portfolio.targetDate,
    review: {
      id: review.id,
      heldOn: review.heldOn,
      place: review.place,
      period: review.period,
      panel: review.panel,
      nextReviewOn,
    },
    outcome,
    outcomeReason: review.outcomeReason,
    progressMade: review.progressMade,
    progressNeeded: review.progressNeeded,
    actions: review.actions,
    previousActions: input.previousActions.map((action) => ({
      ...action,
      note: notes.get(action.id) ?? '',
      ...becameOf(input.around?.became?.get(action.id), evidence),
    })),
    capabilities: capabilitiesOf(input, evidence, refs),
    evidence,
    considered: { windowFrom, inPeriod, leftOut },
    wholePortfolio: coverage.whole.map((result) => ruleLine(result, refs)),
    totals: {
      items: evidence.length,
      verified: evidence.filter((item) => item.verified).length,
      files: evidence.reduce((sum, item) => sum + item.files.length, 0),
      unlinked: evidence.filter((item) => item.capabilities.length === 0).length,
    },
    signing: input.signing,
    record: { entries: input.record.entries, head: input.record.hash },
    madeBy: `Waymark ${input.version}`,
    ...surroundingsOf(input, evidence),
  };
  return { ...model, fingerprint: hash(canonicalJson(model)) };
}

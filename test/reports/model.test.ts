import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReportModel } from '#electron/reports/model.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { evidenceItemSchema } from '#shared/domain/evidence.ts';
import { guidancePackSchema } from '#shared/domain/guidance-pack.ts';
import { reportModelSchema } from '#shared/domain/report-model.ts';
import { type Review, reviewSchema } from '#shared/domain/review.ts';
import { saysWhatItsReportSays } from '#shared/domain/review-report.ts';
import {
  fullReportInput,
  longSample,
  sampleId,
  sampleReportInput,
  sha256,
  shortSample,
} from '#test/support/report-samples.ts';

const golden = join(import.meta.dirname, '../fixtures/reports/short-model.json');

describe('report model', () => {
  test('says exactly what the golden model says (WAYMARK_UPDATE_GOLDEN=1 rewrites it)', async () => {
    const model = buildReportModel(sampleReportInput(shortSample), sha256);
    const text = `${JSON.stringify(model, null, 2)}\n`;
    if (process.env.WAYMARK_UPDATE_GOLDEN === '1') await writeFile(golden, text);
    expect(JSON.parse(text)).toEqual(JSON.parse(await readFile(golden, 'utf8')));
  });

  test('says what counts though it is older, counts breaks into the window, and leaves drafts out', () => {
    const input = sampleReportInput(shortSample);
    const [line] = input.coverage.capabilities;
    const [rule] = line?.expectations ?? [];
    if (line === undefined || rule === undefined) throw new Error('a capability with a rule expected');
    const kept = { ...line, maintained: 2, expectations: [{ ...rule, maintained: 1 }] };
    const draft = input.evidence.map((item, at) => (at === 0 ? { ...item, draft: true as const } : item));
    const model = buildReportModel(
      {
        ...input,
        portfolio: {
          ...input.portfolio,
          breaks: [{ from: '2024-01-01', to: '2024-01-31', reason: 'Leave' }],
        },
        evidence: draft,
        coverage: { ...input.coverage, capabilities: [kept, ...input.coverage.capabilities.slice(1)] },
      },
      sha256,
    );
    expect(reportModelSchema.parse(model)).toEqual(model);
    expect(model.capabilities[0]).toMatchObject({ maintained: 2, rules: [{ maintained: 1 }] });
    expect(model.capabilities[1]).not.toHaveProperty('maintained');
    expect(model.considered.windowFrom).toBe('2021-08-01');
    expect(model.evidence.map(({ id }) => id)).not.toContain(draft[0]?.id);
  });

  test('says of each capability what the panel agreed on beside its level, and a review that says other is told', () => {
    const input = sampleReportInput(shortSample);
    const agreed = { progressMade: 'Two clinics.', progressNeeded: '', agreedBy: [sampleId('member 1')] };
    const [first, ...rest] = input.review.judgements;
    if (first === undefined) throw new Error('a judgement expected');
    const review = { ...input.review, judgements: [{ ...first, ...agreed }, ...rest] };
    const model = buildReportModel({ ...input, review }, sha256);
    expect(model.capabilities.find(({ code }) => code === first.capability)).toMatchObject(agreed);
    const { signing, fingerprint } = model;
    const signed = (judgements: Review['judgements']) => ({
      ...review,
      judgements,
      signOff: {
        signedAt: signing.at,
        signerName: signing.signer,
        certificate: signing.certificate,
        identityCheck: signing.identityCheck,
        report: fingerprint,
        model: fingerprint,
        reportSize: 1,
        fingerprint,
      },
    });
    expect(saysWhatItsReportSays(signed(review.judgements), model)).toBe(true);
    expect(saysWhatItsReportSays(signed(input.review.judgements), model)).toBe(false);
  });

  test('says what stands around the review, and nothing of it where there is nothing', () => {
    const model = buildReportModel(fullReportInput(longSample), sha256);
    expect(reportModelSchema.parse(model)).toEqual(model);
    const [late] = model.late ?? [];
    expect(model.evidence.map(({ ref }) => ref)).toContain(late?.evidence[0]);
    expect(model.previousActions.map(({ became }) => became?.carriedTo)).toEqual([null, '2026-12-31']);
    const bare = buildReportModel(
      { ...sampleReportInput(shortSample), around: { late: [], interests: [] } },
      sha256,
    );
    expect(bare).toEqual(buildReportModel(sampleReportInput(shortSample), sha256));
  });

  test('the sample is a real pack and a real review', () => {
    const { pack, review, evidence } = sampleReportInput(longSample);
    expect(guidancePackSchema.parse(pack)).toEqual(pack);
    expect(reviewSchema.parse(review)).toEqual(review);
    for (const item of evidence) expect(evidenceItemSchema.parse(item)).toEqual(item);
  });

  test('fits its schema, and its fingerprint is the hash of everything else in it', () => {
    const model = reportModelSchema.parse(buildReportModel(sampleReportInput(longSample), sha256));
    const { fingerprint, ...rest } = model;
    expect(fingerprint).toBe(sha256(canonicalJson(rest)));
  });

  test('does not depend on the order in which evidence is kept', () => {
    const input = sampleReportInput(shortSample);
    const expected = buildReportModel(input, sha256).fingerprint;
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...input.evidence], { minLength: input.evidence.length }),
        (evidence) => {
          expect(buildReportModel({ ...input, evidence }, sha256).fingerprint).toBe(expected);
        },
      ),
    );
  });

  test('numbers evidence by date and lists it newest first under each capability', () => {
    const model = buildReportModel(sampleReportInput(longSample), sha256);
    const starts = model.evidence.map((item) => item.startedOn);
    expect(starts).toEqual([...starts].sort());
    expect(model.evidence.map((item) => item.ref)).toEqual(model.evidence.map((_, index) => `E${index + 1}`));
    for (const capability of model.capabilities) {
      const numbers = capability.evidence.map((ref) => Number(ref.slice(1)));
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      const linked = model.evidence.filter((item) => item.capabilities.includes(capability.code));
      expect(new Set(capability.evidence)).toEqual(new Set(linked.map((item) => item.ref)));
    }
  });

  test('considers the period and what is linked and current; leaves out the trashed, the future and the old', () => {
    const input = sampleReportInput(shortSample);
    const base = input.evidence[1];
    if (base === undefined) throw new Error('sample has no evidence');
    const item = (name: string, over: Partial<typeof base>) => ({
      ...base,
      id: sampleId(name),
      title: name,
      endedOn: null,
      ...over,
    });
    const linked = base.links;
    const model = buildReportModel(
      {
        ...input,
        evidence: [
          item('in period, not linked', { startedOn: '2026-01-01', links: [] }),
          item('last day of the period', { startedOn: '2026-09-30', links: [] }),
          item('runs into the period', { startedOn: '2024-01-01', endedOn: '2025-10-01', links: [] }),
          item('linked and current', { startedOn: '2021-09-01', links: linked }),
          item('linked, a day too old', { startedOn: '2021-08-31', links: linked }),
          item('current, not linked', { startedOn: '2024-01-01', links: [] }),
          item('after the review', { startedOn: '2026-10-21', links: linked }),
          item('between period and review', { startedOn: '2026-10-20', links: linked }),
          item('trashed', { startedOn: '2026-01-01', trashedAt: '2026-02-01T00:00:00.000Z' }),
        ],
      },
      sha256,
    );
    expect(model.evidence.map((line) => line.title)).toEqual([
      'linked and current',
      'runs into the period',
      'in period, not linked',
      'last day of the period',
      'between period and review',
    ]);
    expect(model.considered).toEqual({ windowFrom: '2021-09-01', inPeriod: 3, leftOut: 3 });
    expect(model.totals).toMatchObject({ items: 5, unlinked: 3 });
  });

  test('carries the last review’s actions with what this panel found', () => {
    const model = buildReportModel(sampleReportInput(shortSample), sha256);
    expect(model.previousActions.map(({ status, note }) => ({ status, note }))).toEqual([
      { status: 'done', note: 'Presented at the regional meeting.' },
      { status: 'open', note: '' },
    ]);
  });

  test.each([
    ['outcome', { outcome: null }],
    ['progress-made', { progressMade: '' }],
    ['judgements', { judgements: [] }],
    ['next-review', { nextReviewOn: null }],
  ])('refuses a review without %s', (missing, over) => {
    const input = sampleReportInput(shortSample);
    expect(() => buildReportModel({ ...input, review: { ...input.review, ...over } }, sha256)).toThrow(
      expect.objectContaining({ failure: 'REVIEW_INCOMPLETE', data: { missing: [missing] } }),
    );
  });
});

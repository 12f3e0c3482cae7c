import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchOpportunities } from '#shared/domain/supervision/match-opportunities.ts';
import { type Opportunity, opportunityKinds } from '#shared/domain/supervision/opportunity.ts';
import { monthsAfter, reportAge } from '#shared/domain/supervision/report-age.ts';
import { withChange } from '#shared/domain/supervision/report-change.ts';
import { missingBeforeSealing } from '#shared/domain/supervision/report-missing.ts';
import { daysAbsent } from '#shared/domain/supervision/year-facts.ts';
import { sampleId, sampleReportInput } from '#test/support/report-samples.ts';
import { sampleSupervisorPaper } from '#test/support/supervisor-report-samples.ts';

const { report } = sampleSupervisorPaper();
const codes = report.facts.capabilities.map(({ code }) => code);
const text = fc.string({ maxLength: 20 });
const part = fc.record({
  code: fc.constantFrom(...codes),
  level: fc.constantFrom('direct', 'independent', null),
  comment: text,
  notSeen: fc.boolean(),
});

describe('what is written in a report', () => {
  it('is never changed by the facts, nor the facts by it', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), text, fc.nat(999), (capabilities, strengths, items) => {
        const written = withChange(report, { capabilities, strengths });
        expect(written.facts).toBe(report.facts);
        // Fresh facts put under it leave every word as it is.
        const { facts: _, ...words } = { ...written, facts: { ...written.facts, items } };
        const { facts: __, ...before } = written;
        expect(words).toEqual(before);
        for (const one of written.capabilities) if (one.notSeen) expect(one.level).toBeNull();
      }),
    );
  });

  it('keeps every part that a change does not name', () => {
    fc.assert(
      fc.property(part, (one) => {
        const written = withChange(report, { capabilities: [one] });
        expect(written.capabilities.filter(({ code }) => code !== one.code)).toEqual(
          report.capabilities.filter(({ code }) => code !== one.code),
        );
        expect(written.domains).toEqual(report.domains);
      }),
    );
  });

  it('misses exactly what is not there', () => {
    const today = '2026-12-01';
    expect(missingBeforeSealing(report, today)).toEqual([]);
    for (const code of codes) {
      const without = { ...report, capabilities: report.capabilities.filter((one) => one.code !== code) };
      expect(missingBeforeSealing(without, today)).toEqual([{ part: 'capability', of: code }]);
    }
    expect(missingBeforeSealing({ ...report, strengths: '' }, today)).toEqual([
      { part: 'strengths', of: null },
    ]);
    expect(missingBeforeSealing(report, report.period.from)).toEqual([{ part: 'period', of: null }]);
  });
});

it('counts months to the last day there is', () => {
  expect(monthsAfter('2026-12-31', 2)).toBe('2027-02-28');
  expect(reportAge('2026-08-31', '2026-10-31', 2).tooOld).toBe(false);
  expect(reportAge('2026-08-31', '2026-11-01', 2).tooOld).toBe(true);
});

it('counts each day of absence once, whatever overlaps', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const day = fc
    .integer({ min: 0, max: 500 })
    .map((at) => new Date(Date.UTC(2025, 9, 1 + at)).toISOString().slice(0, 10));
  const pause = fc
    .tuple(day, day)
    .map((two) => [...two].sort())
    .map(([from = '', to = '']) => ({ from, to, reason: '' }));
  fc.assert(
    fc.property(fc.array(pause, { maxLength: 5 }), (breaks) => {
      const days = new Set<string>();
      for (const { from, to } of breaks)
        for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
          const on = new Date(at).toISOString().slice(0, 10);
          if (on >= year.from && on <= year.to) days.add(on);
        }
      expect(daysAbsent(breaks, year, '2026-12-31')).toBe(days.size);
    }),
  );
});

it('offers only what the reason holds for', () => {
  const { pack, coverage } = sampleReportInput();
  const types = [
    ...new Set(
      coverage.capabilities.flatMap(({ expectations }) =>
        expectations.flatMap(({ expectation }) => expectation.types),
      ),
    ),
  ];
  const offer = fc.record({
    types: fc.subarray(types),
    packs: fc.constantFrom([], [pack.id], ['another']),
    closed: fc.boolean(),
    until: fc.constantFrom(null, '2026-01-01', '2030-01-01'),
    kind: fc.constantFrom(...opportunityKinds),
  });
  fc.assert(
    fc.property(fc.array(offer, { maxLength: 6 }), (given) => {
      const offers = given.map(
        (one, at): Opportunity => ({
          ...one,
          id: sampleId(`offer ${at}`),
          title: `Offer ${at}`,
          what: '',
          place: '',
          contact: '',
          from: null,
          places: null,
          createdAt: '2026-01-01T00:00:00.000Z',
          updatedAt: '2026-01-01T00:00:00.000Z',
        }),
      );
      for (const { opportunity, reasons } of matchOpportunities(offers, pack, coverage, '2026-12-01')) {
        expect(opportunity.closed).toBe(false);
        expect(opportunity.until === null || opportunity.until >= '2026-12-01').toBe(true);
        expect(opportunity.packs.length === 0 || opportunity.packs.includes(pack.id)).toBe(true);
        expect(reasons.length).toBeGreaterThan(0);
        for (const { capability, expectation, types: counting } of reasons) {
          const rules =
            capability === null
              ? coverage.whole
              : (coverage.capabilities.find(({ code }) => code === capability)?.expectations ?? []);
          const rule = rules.find((one) => one.expectation.id === expectation);
          expect(rule?.met).toBe(false);
          for (const type of counting) {
            expect(opportunity.types).toContain(type);
            expect(rule?.expectation.types).toContain(type);
          }
        }
      }
    }),
  );
});

import type { SupervisorReportPaper } from '#electron/services/ports/supervisor-reports.ts';
import { actionSchema } from '#shared/domain/review.ts';
import type { SupervisorReport } from '#shared/domain/supervision/supervisor-report.ts';
import { yearFacts } from '#shared/domain/supervision/year-facts.ts';
import { professionalDomains } from '#shared/guidance/supervisor-report.ts';
import { hardNames, type SampleSize, sampleId, sampleReportInput, shortSample } from './report-samples.ts';

const prose = (sentence: string, times: number) => Array.from({ length: times }, () => sentence).join(' ');

/** A whole report of an invented supervisor, over the sample portfolio. */
export function sampleSupervisorPaper(size: SampleSize = shortSample): SupervisorReportPaper {
  const { portfolio, pack, review, evidence, coverage, record, version, signing } = sampleReportInput(size);
  const author = {
    name: `Dr ${hardNames[0]} (invented)`,
    gmcNumber: '0000005',
    role: 'Consultant physician',
  };
  const large = size.capabilities > 5;
  const facts = yearFacts({
    pack,
    coverage,
    evidence,
    ratings: pack.capabilities.map(({ code }, index) => ({
      id: sampleId(`rating ${code}`),
      capability: code,
      side: 'doctor' as const,
      level: (['not-shown', 'observe', 'direct', 'indirect', 'independent'] as const)[index % 5] ?? 'direct',
      reason: 'As I see it.',
      by: { ...portfolio.doctor, role: '' },
      device: null,
      at: '2026-01-01T09:00:00.000Z',
    })),
    breaks: [{ from: review.period.from, to: review.period.from, reason: 'Leave' }],
    supervision: { meetingsHeld: 5, meetingsMissed: 1, actionsDone: 3, actionsOpen: 2, actionsOverdue: 1 },
    domains: professionalDomains(pack),
    previousActions: large
      ? [
          actionSchema.parse({
            id: sampleId('action'),
            what: 'Finish the audit of sepsis bundles and present it',
            measure: 'Presented at the directorate meeting',
            owner: portfolio.doctor.name,
            dueOn: review.period.to,
            capability: pack.capabilities[0]?.code ?? null,
            status: 'done',
          }),
        ]
      : [],
    author,
    period: review.period,
    today: review.heldOn,
  });
  const levels = ['direct', 'indirect', 'independent', 'not-shown', 'observe'] as const;
  const report: SupervisorReport = {
    id: sampleId('supervisor report'),
    author,
    review: review.id,
    period: review.period,
    facts,
    capabilities: facts.capabilities.map(({ code }, index) => ({
      code,
      level: index % 4 === 3 ? null : (levels[index % 5] ?? 'direct'),
      notSeen: index % 4 === 3,
      comment:
        index % 4 === 3
          ? ''
          : prose(
              'Takes responsibility, asks early, and writes plans others can follow.',
              index % 4 === 2 ? 9 : 2,
            ),
    })),
    domains: facts.domains.map(({ id, title }) => ({
      id,
      comment: `${title}: ${prose('Seen week after week on the ward and in clinic.', 2)}`,
    })),
    strengths: prose('Calm at night, kind to juniors, and thorough with handover.', large ? 6 : 2),
    development: `${prose('Needs protected time for research methods.', 2)}\n\nA first author paper is in view.`,
    examples: [1, ...(large ? [2, 3] : [])].map((number) => ({
      id: sampleId(`example ${number}`),
      situation: 'On the post-take round of 3 March, with eleven patients waiting.',
      behaviour: prose(
        'Asked each nurse for their view before deciding and wrote down who would call the family.',
        number,
      ),
      impact: 'A drug interaction was found in time and nobody had to be called twice.',
      nextStep: 'Lead the round alone once a week, with a debrief on the same day.',
    })),
    recommendation: 'ready-for-review',
    recommendationReason: prose('A full year with steady growth in every area I could see.', 2),
    state: 'draft',
    sealedOn: null,
    sealed: null,
    follows: large
      ? { report: sampleId('first report'), reason: 'The second example named the wrong ward.' }
      : null,
    createdAt: '2026-01-01T09:00:00.000Z',
    updatedAt: '2026-01-01T09:00:00.000Z',
  };
  return {
    portfolio,
    pack,
    report,
    review,
    follows: undefined,
    domainsFrom:
      'The four domains of Good medical practice 2024 (General Medical Council), as numbered in its edition of 2024.',
    age: { months: 2, rule: '2 months old at most, as East Midlands Deanery, ARCP (GP), says' },
    signing: { ...signing, signer: author.name, role: author.role },
    record,
    version,
    today: review.heldOn,
  };
}

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ReportSurroundings } from '#electron/services/ports/reporting.ts';
import type { ReportInput, SignatureField } from '#electron/services/ports.ts';
import type { CoverageMap, ExpectationResult, Strength } from '#shared/domain/coverage/types.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';
import type { Expectation, GuidancePack } from '#shared/domain/guidance-pack.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import { judgementLevels, type Review } from '#shared/domain/review.ts';
import { ratingLevels } from '#shared/domain/supervision/rating.ts';

export const reportFolders = {
  fontFolder: join(import.meta.dirname, '../../build/fonts'),
  templateFolder: join(import.meta.dirname, '../../electron/reports/templates'),
};

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** A UUID that is always the same for the same name. */
export const sampleId = (name: string) => {
  const hex = sha256(name);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Names that damaged fonts, encodings and bidirectional layout fall over. */
export const hardNames = ['Ŵyn Łukasz Nguyễn', "O'Brien-Ağaoğlu", 'محمد', '张伟'] as const;

const titles = [
  'Functions within NHS organisational and management systems',
  'Deals with ethical and legal issues related to clinical practice',
  'Communicates effectively and shares decision making, while keeping an appropriate professional attitude and judgement',
  'Is focused on patient safety and delivers effective quality improvement in patient care',
  'Carries out research and manages data appropriately',
  'Acts as a clinical teacher and clinical supervisor',
  'Manages an acute unselected take',
  'Manages the acute care of patients within a medical specialty service',
  'Provides continuity of care to medical inpatients, including management of comorbidities and cognitive impairment',
  'Manages outpatients with long-term conditions',
  'Manages medical problems in patients in other specialties and special cases',
  'Manages a multidisciplinary team, including effective discharge planning',
  'Delivers effective resuscitation and manages the acutely deteriorating patient',
  'Manages end of life and applies palliative care skills',
];

const expectation = (id: string, over: Partial<Expectation> = {}): Expectation => ({
  id,
  title: 'Supervised events in the window',
  types: ['cbd', 'mini-cex', 'dops'],
  atLeast: 4,
  unit: 'items',
  withinYears: null,
  note: '',
  certainty: 'working',
  source: 'waymark',
  ...over,
});

export function samplePack(capabilities = 14): GuidancePack {
  return {
    format: 'waymark-guidance-1',
    id: 'sample-medicine',
    title: 'Sample medicine: guidance for tests',
    specialty: 'Sample medicine',
    curriculum: 'Sample curriculum 2022',
    version: '1.2.0',
    certainty: 'likely',
    notice: 'Check every number against the live guidance of the college before relying on it.',
    capabilityName: 'CiP',
    source: 'college',
    window: { years: 6, wholeTimeEquivalent: true, certainty: 'likely', source: 'college' },
    capabilities: titles.slice(0, capabilities).map((title, index) => ({
      code: index < 6 ? `G${index + 1}` : `IM${index - 5}`,
      title,
      kind: index < 6 ? ('generic' as const) : ('clinical' as const),
      themes: [],
      gpc: [],
      gmp: [],
      expectations: [
        expectation(`supervised-${index}`),
        expectation(`kinds-${index}`, {
          title: 'Different kinds of evidence',
          types: [],
          atLeast: 3,
          unit: 'kinds',
          certainty: 'likely',
          source: 'college',
        }),
        ...(index === 3
          ? [
              expectation('qi', {
                title: 'A complete quality improvement project',
                types: ['qi'],
                atLeast: 1,
                certainty: 'certain',
                source: 'gmc',
              }),
            ]
          : []),
      ],
      certainty: 'certain' as const,
      source: 'college',
    })),
    expectations: [
      expectation('msf', {
        title: 'Multi-source feedback',
        types: ['msf'],
        atLeast: 2,
        certainty: 'likely',
        source: 'college',
      }),
      expectation('cases', {
        title: 'Cases in the logbook',
        types: ['logbook'],
        atLeast: 1000,
        unit: 'cases',
        certainty: 'recalled',
        source: 'college',
      }),
      expectation('verified', { title: 'Verified evidence', types: [], atLeast: 20, unit: 'verified-items' }),
    ],
    reminders: [],
    sources: [
      {
        id: 'college',
        title: 'Specialty specific guidance: sample medicine',
        publisher: 'Sample College',
        url: 'https://college.example/ssg',
        date: 'February 2025',
        readOn: '2026-11-02',
      },
      {
        id: 'gmc',
        title: 'Guide to the Portfolio pathway',
        publisher: 'General Medical Council',
        url: 'https://www.gmc-uk.org/',
        date: null,
        readOn: '2026-11-02',
      },
      {
        id: 'waymark',
        title: 'Working aims, from no guidance',
        publisher: 'Waymark',
        url: null,
        date: null,
        readOn: '2026-11-02',
      },
    ],
  };
}

const day = (index: number, count: number) =>
  new Date(Date.UTC(2022, 10, 1) + Math.floor((index * 1460) / count) * 86_400_000)
    .toISOString()
    .slice(0, 10);

export function sampleEvidence(count: number, pack: GuidancePack): readonly EvidenceItem[] {
  const codes = pack.capabilities.map((capability) => capability.code);
  return Array.from({ length: count }, (_, index): EvidenceItem => {
    const type = evidenceTypeIds[index % evidenceTypeIds.length] ?? 'audit';
    const startedOn = day(index, count);
    const links = [0, 5, 9].slice(0, index % 4).map((step) => codes[(index + step) % codes.length] ?? 'G1');
    return {
      id: sampleId(`evidence ${index}`),
      type,
      title:
        index % 7 === 3
          ? `Regional teaching programme for new international doctors, term ${index}: planning, delivery, feedback and what changed afterwards`
          : `Sample ${type} ${index + 1}`,
      startedOn,
      endedOn: index % 3 === 0 ? day(index + 1, count) : null,
      place: 'Sample General Hospital',
      role: '',
      reflection: 'What I learned.',
      hours: null,
      details: {},
      attachments: Array.from({ length: index % 3 }, (_unused, file) => ({
        hash: sha256(`file ${index} ${file}`),
        name:
          file === 0
            ? `certificate-${index + 1}.pdf`
            : `scan_of_signed_attendance_register_for_the_whole_course_${index + 1}.jpeg`,
        mediaType: 'application/pdf',
        size: 1234,
      })),
      links: [...new Set(links)].map((capability) => ({ capability, pages: '', note: '' })),
      verification:
        index % 2 === 0
          ? { by: 'Dr Sample Verifier', on: startedOn, institution: 'Sample General Hospital' }
          : null,
      createdAt: '2026-01-01T09:00:00.000Z',
      updatedAt: '2026-01-01T09:00:00.000Z',
      trashedAt: null,
    };
  });
}

const strengthOf = (results: readonly ExpectationResult[], items: number): Strength => {
  const met = results.filter((line) => line.met).length;
  if (items === 0) return 'empty';
  if (met === results.length) return 'counts-met';
  return met * 2 >= results.length ? 'partial' : 'thin';
};

const result = (rule: Expectation, have: number): ExpectationResult => ({
  expectation: rule,
  have,
  met: have >= rule.atLeast,
  countsFrom: '2021-09-01',
  tooOld: have > 3 ? 1 : 0,
  maintained: 0,
  tooEarly: 0,
});

/** Made by hand, so that the report's tests do not lean on the counting they are not about. */
function sampleCoverage(pack: GuidancePack, evidence: readonly EvidenceItem[]): CoverageMap {
  return {
    today: '2026-10-20',
    targetDate: '2027-09-01',
    windowFrom: '2021-09-01',
    wholeGaps: [],
    drafts: 0,
    capabilities: pack.capabilities.map(({ code, expectations }, index) => {
      const results = expectations.map((rule, at) => result(rule, (index * 2 + at * 3) % 6));
      const linked = evidence.filter((item) => item.links.some((link) => link.capability === code));
      return {
        code,
        strength: strengthOf(results, linked.length),
        items: linked.length,
        inWindow: linked.length,
        maintained: 0,
        tooOld: 0,
        tooEarly: 0,
        expiring: 0,
        unverified: 0,
        anonymised: 0,
        unanonymised: 0,
        drafts: 0,
        verified: linked.filter((item) => item.verification !== null).length,
        kinds: new Set(linked.map((item) => item.type)).size,
        newestOn: linked.at(-1)?.startedOn ?? null,
        expectations: results,
        gaps: [],
      };
    }),
    whole: pack.expectations.map((rule, index) => result(rule, [2, 412, 31][index] ?? 0)),
    unlinked: evidence.filter((item) => item.links.length === 0).length,
    items: evidence.length,
  };
}

const paragraph =
  'The panel saw steady growth over the year. Teaching is now regular and evaluated, and the quality improvement project on sepsis screening completed two full cycles with a measured result.';

function sampleReview(pack: GuidancePack): Review {
  const action = (
    index: number,
    over: Partial<Review['actions'][number]> = {},
  ): Review['actions'][number] => ({
    id: sampleId(`action ${index}`),
    what: `Complete ${index + 2} case-based discussions on medical problems in patients under the care of other specialties`,
    measure: 'Assessments by at least two different consultants, linked and verified',
    owner: 'Dr Sample Doctor',
    dueOn: `2027-0${(index % 9) + 1}-15`,
    capability: pack.capabilities[index % pack.capabilities.length]?.code ?? null,
    status: 'open',
    ...over,
  });
  return {
    id: sampleId('review'),
    heldOn: '2026-10-20',
    place: 'Education Centre, Sample General Hospital',
    period: { from: '2025-10-01', to: '2026-09-30' },
    panel: [
      {
        id: sampleId('chair'),
        name: 'Dr Sample Chair',
        role: 'chair',
        gmcNumber: '7000001',
        organisation: 'Sample NHS Trust',
      },
      {
        id: sampleId('supervisor'),
        name: "Prof Aoife O'Brien-Ağaoğlu (sample)",
        role: 'supervisor',
        gmcNumber: '7000002',
        organisation: 'Sample NHS Trust',
      },
      {
        id: sampleId('team'),
        name: '张伟 (sample)',
        role: 'cesr-team',
        gmcNumber: null,
        organisation: 'Sample NHS Trust',
      },
      { id: sampleId('lay'), name: 'محمد (sample)', role: 'lay', gmcNumber: null, organisation: '' },
    ],
    state: 'drafted',
    judgements: pack.capabilities.map(({ code }, index) => ({
      capability: code,
      level: judgementLevels[index % judgementLevels.length] ?? 'progressing',
      reason:
        index % 3 === 0
          ? `${paragraph}\n\nMore recent evidence of independent practice would help.`
          : 'Evidence is present and current; the range of settings is still narrow.',
    })),
    progressMade: `${paragraph}\n\n${paragraph}`,
    progressNeeded: `${paragraph}\nThe logbook needs verified numbers.`,
    actions: [0, 1, 2, 3].map((index) => action(index)),
    followUps: [
      { action: sampleId('action 10'), status: 'done', note: 'Presented at the regional meeting.' },
    ],
    outcome: defaultOutcomes[1] ?? null,
    outcomeReason: 'Most capabilities show current evidence. Two are thin and one has none.',
    nextReviewOn: '2027-10-19',
    signOff: null,
    createdAt: '2026-09-01T09:00:00.000Z',
    updatedAt: '2026-10-20T12:00:00.000Z',
  };
}

export type SampleSize = { readonly items: number; readonly capabilities: number };

export const shortSample: SampleSize = { items: 6, capabilities: 3 };
export const longSample: SampleSize = { items: 80, capabilities: 14 };

/** A finished review of an obviously invented doctor, ready for `buildReportModel`. */
export function sampleReportInput(size: SampleSize = longSample): ReportInput {
  const pack = samplePack(size.capabilities);
  const evidence = sampleEvidence(size.items, pack);
  const review = sampleReview(pack);
  return {
    portfolio: {
      id: sampleId('portfolio'),
      doctor: { name: 'Dr Sample Doctor (Ŵyn Łukasz Nguyễn)', gmcNumber: '7654321' },
      packId: pack.id,
      packVersion: pack.version,
      targetDate: '2027-09-01',
      employer: 'Sample NHS Trust',
      createdAt: '2025-01-01T09:00:00.000Z',
      sample: true,
    },
    pack,
    review,
    evidence,
    coverage: sampleCoverage(pack, evidence),
    previousActions: [10, 11].map((index) => ({
      id: sampleId(`action ${index}`),
      what:
        index === 10
          ? 'Present the audit at a regional meeting'
          : 'Chair two directorate governance meetings',
      measure: 'Programme and feedback in the portfolio',
      owner: 'Dr Sample Doctor',
      dueOn: '2026-06-30',
      capability: pack.capabilities[0]?.code ?? null,
      status: index === 10 ? 'done' : 'open',
    })),
    signing: {
      signer: 'Dr Sample Chair',
      role: 'chair',
      at: '2026-10-20T13:41:07.000Z',
      identityCheck: 'photo-id',
      deviceOwner: 'Dr Sample Doctor',
      certificate: sha256('certificate'),
    },
    record: { entries: 412, hash: sha256('journal') },
    version: '0.1.0',
  };
}

/** What a report of today says besides the review itself. */
export function sampleSurroundings({ review, evidence }: ReportInput): ReportSurroundings {
  const [chair, supervisor, team] = review.panel;
  const item = evidence.find(({ startedOn }) => startedOn > '2026-01-01')?.id ?? '';
  return {
    programme: {
      name: 'Sample CESR programme (invented)',
      trust: 'Sample Hospitals NHS Trust (invented)',
      logo: { sha256: sha256('logo'), mediaType: 'image/png', width: 460, height: 180 },
    },
    interests: [
      { member: chair?.id ?? '', kind: 'none', text: '', on: '2026-10-01' },
      {
        member: supervisor?.id ?? '',
        kind: 'conflict',
        text: 'Line manager of the doctor',
        on: '2026-10-01',
      },
      { member: team?.id ?? '', kind: 'none', text: '', on: '2026-10-02' },
    ],
    amends: {
      review: sampleId('earlier review'),
      how: 'amended',
      signedAt: '2026-10-02T15:00:00.000Z',
      fingerprint: sha256('earlier report'),
      reason: 'One capability was judged on the evidence of another doctor.',
      authority: 'Dr Sample Director (invented), Director of Medical Education',
    },
    submitted: { at: '2026-10-06T09:12:00.000Z', items: evidence.length },
    late: [
      {
        at: '2026-10-20T10:05:00.000Z',
        by: 'Dr Sample Chair',
        reason: 'The certificate was issued after the day of submission.',
        items: [item],
      },
    ],
    supervisorReport: {
      author: { name: "Prof Aoife O'Brien-Ağaoğlu (sample)", gmcNumber: '7000002', role: 'Consultant' },
      sealedOn: '2026-09-30',
      period: { from: '2025-10-01', to: '2026-09-30' },
      recommendation: 'further-support',
      recommendationReason: 'Research evidence is thin.',
      strengths: 'Calm on the acute take; teaches well.',
      development: 'Numbers in the logbook, and a first audit as lead.',
      ratings: review.judgements.map(({ capability }, index) => ({
        code: capability,
        level: ratingLevels[index % ratingLevels.length] ?? 'direct',
      })),
    },
    became: new Map([
      [
        sampleId('action 10'),
        { closedOn: '2026-06-20', note: 'Given as a talk.', items: [item], carriedTo: null },
      ],
      [sampleId('action 11'), { closedOn: null, note: '', items: [], carriedTo: '2026-12-31' }],
    ]),
  };
}

/** The same review with all that Waymark can say around it. */
export function fullReportInput(size: SampleSize = longSample): ReportInput {
  const input = sampleReportInput(size);
  const judgements = input.review.judgements.map((judgement, index) =>
    index % 2 === 0
      ? {
          ...judgement,
          progressMade: 'Two supervised events by different consultants since the last review.',
          progressNeeded: 'Evidence from a second hospital, and one of independent practice.',
        }
      : judgement,
  );
  const outcome: Review['outcome'] =
    input.review.outcome === null ? null : { ...input.review.outcome, likeness: 'gold-guide' };
  const paper = {
    on: '2026-10-20',
    typedBy: 'Sample Administrator (invented)',
    typedAt: '2026-10-20T12:00:00.000Z',
    scan: null,
  };
  const full = { ...input, review: { ...input.review, judgements, outcome, paper } };
  return { ...full, around: sampleSurroundings(full) };
}

export const sampleSigners: readonly SignatureField[] = [
  { fieldName: 'waymark-signature-chair', signer: 'Dr Sample Chair', role: 'chair' },
];

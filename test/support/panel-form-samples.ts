import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import { type PanelForm, shortOfReview } from '#shared/domain/programme/papers.ts';
import { sampleId, samplePack, sampleReportInput } from './report-samples.ts';

/** A form filled in as far as Waymark can, with hard names, a long title and many capabilities where asked for. */
export function sampleForm(capabilities: number): PanelForm {
  const { review, previousActions, portfolio } = sampleReportInput();
  const id = sampleId('form review');
  return {
    review: id,
    short: shortOfReview(id),
    doctor: {
      ...portfolio.doctor,
      employer: 'Bwrdd Iechyd Prifysgol Sampl, Llanfairpwllgwyngyllgogerychwyrndrobwll',
    },
    sample: true,
    specialty: 'Sample medicine',
    capabilityName: 'CiP',
    heldOn: review.heldOn,
    place: review.place,
    period: review.period,
    targetDate: portfolio.targetDate,
    evidence: '65 items, 25 verified',
    panel: review.panel,
    previousActions,
    capabilities: Array.from({ length: capabilities }, (_, at) => ({
      code: at === 3 ? 'LONG-CODE.123456' : `C${at + 1}`,
      title: samplePack().capabilities[at % 14]?.title ?? '',
      facts: '9 items linked, 8 in the window, 3 verified. Counts met: 1 of 2',
    })),
    outcomes: defaultOutcomes,
    madeOn: '2026-10-19',
    madeBy: 'Waymark test',
    programme: { name: 'Sample CESR programme (invented)', trust: 'Sample Trust (invented)', logo: null },
  };
}

export const blankForm = (): PanelForm => ({
  ...sampleForm(14),
  review: null,
  short: '',
  doctor: null,
  sample: false,
  heldOn: null,
  place: '',
  period: null,
  targetDate: null,
  evidence: '',
  panel: [],
  previousActions: [],
  capabilities: sampleForm(14).capabilities.map((line) => ({ ...line, facts: '' })),
  programme: undefined,
});
